// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGeneric } from '@/lib/crm/generic/read-generic';
import { showPage } from './show-page';

type Capture = {
  crm: string;
  file: string;
  url: string;
  truth: { email: string | null; name: string | null };
};

const folder = join('..', 'shared', 'captures');
const captures: Capture[] = ['rt', 'tryton'].flatMap((crm) => {
  const index = join(folder, crm, 'captures.json');
  const all: Omit<Capture, 'crm'>[] = existsSync(index) ? JSON.parse(readFileSync(index, 'utf8')) : [];
  return all.map((capture) => ({ ...capture, crm }));
});

describe.skipIf(captures.length === 0)(
  'captured pages, read without an adapter (skipped where ../shared/captures is not there)',
  () => {
    it.each(captures)(
      '$crm/$file has its own customer for sure, or nobody',
      ({ crm, file, url, truth }) => {
        showPage(readFileSync(join(folder, crm, file), 'utf8'));
        const { outcome, candidates } = readGeneric(new URL(url), document);
        if (truth.email === null) {
          expect(outcome).toBe('nobody');
          return;
        }
        expect(outcome).toBe('customer');
        expect(candidates).toHaveLength(1);
        expect(candidates[0]?.name).toBe(truth.name);
        const emails = candidates[0]?.identifiers.filter(({ identifier }) => identifier.kind === 'email');
        expect(emails?.map(({ identifier }) => identifier.value)).toEqual([truth.email]);
      },
      60_000,
    );
  },
);
