// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { adapters } from '@/lib/crm/registry';
import type { RawIdentifier } from '@/lib/domain/identifier';
import { showPage } from './show-page';

type Capture = {
  file: string;
  url: string;
  truth: {
    kind: string;
    externalId: string | null;
    name: string | null;
    email: string | null;
    phone: string | null;
  };
};

const folder = join('..', 'shared', 'captures', 'rt');
const index = join(folder, 'captures.json');
const present = existsSync(index);
const captures: Capture[] = present ? JSON.parse(readFileSync(index, 'utf8')) : [];

function expected({ truth }: Capture, phoneStands: boolean): RawIdentifier[] {
  const { externalId, email, phone } = truth;
  return [
    { kind: 'externalId', system: 'rt', recordType: 'user', value: externalId ?? '' },
    { kind: 'email', value: email ?? '' },
    ...(phoneStands ? [{ kind: 'phone' as const, value: phone ?? '' }] : []),
  ];
}

describe.skipIf(!present)(
  'pages captured from Request Tracker (skipped where ../shared/captures is not there)',
  () => {
    it.each(captures)('$file shows the customer it was captured with, or nobody', (capture) => {
      showPage(readFileSync(join(folder, capture.file), 'utf8'));
      const found = detect(new URL(capture.url), document, adapters);
      if (capture.truth.externalId === null) {
        expect(found.state).toBe('nobody');
        return;
      }
      // The number in a ticket stands in the customer's own words, where nothing is read.
      const phoneStands = capture.file.startsWith('admin-user');
      expect(found).toMatchObject({
        state: 'customer',
        identity: { adapter: 'rt', name: capture.truth.name, people: [expected(capture, phoneStands)] },
      });
    });
  },
);
