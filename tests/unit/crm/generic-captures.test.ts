// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readGeneric } from '@/lib/crm/generic/read-generic';
import { showPage } from './show-page';

type Capture = { file: string; url: string; truth: { email: string | null; name: string | null } };

const folder = join('..', 'shared', 'captures');
const captures = ['rt', 'tryton'].flatMap((crm) => {
  const index = join(folder, crm, 'captures.json');
  if (!existsSync(index)) return [];
  const all: Capture[] = JSON.parse(readFileSync(index, 'utf8'));
  return all.map((capture) => ({ ...capture, crm }));
});

describe.skipIf(captures.length === 0)('debug', () => {
  it.each(captures)('$crm $file', ({ crm, file, url, truth }) => {
    showPage(readFileSync(join(folder, crm, file), 'utf8'));
    const t = performance.now();
    const r = readGeneric(new URL(url), document);
    console.log(crm, file, truth.email, Math.round(performance.now() - t), r.outcome, JSON.stringify(r.candidates.map(({ nodes, ...c }) => [c.name, c.confidence, c.identifiers.map((i) => [i.identifier.value, i.confidence, i.found])])));
  }, 60000);
});
