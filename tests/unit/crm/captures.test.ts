// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { adapters } from '@/lib/crm/registry';
import { createSightings } from '@/lib/crm/sightings';
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

type Captured = {
  adapter: string;
  recordType: string;
  label: string;
  /** whether the phone stands where the adapter reads, and not only in the customer's own words */
  phoneStands: (file: string) => boolean;
};

const root = join('..', 'shared', 'captures');
const known: Captured[] = [
  {
    adapter: 'rt',
    recordType: 'user',
    label: 'Request Tracker',
    phoneStands: (file) => file.startsWith('admin-user'),
  },
  { adapter: 'tryton', recordType: 'party.party', label: 'Tryton', phoneStands: () => true },
];

function capturesOf(adapter: string): Capture[] {
  const index = join(root, adapter, 'captures.json');
  if (existsSync(index)) return JSON.parse(readFileSync(index, 'utf8'));
  console.log(`No ${index}: what was captured there is not tested.`);
  return [];
}

/** As in one tab in which a CRM's pages were opened one after another. */
const captured = known.flatMap((from) => {
  const sightings = createSightings();
  return capturesOf(from.adapter).map((capture) => ({ ...capture, from, sightings }));
});

function expected({ truth, file }: Capture, { adapter, recordType, phoneStands }: Captured): RawIdentifier[] {
  const { externalId, email, phone } = truth;
  return [
    { kind: 'externalId', system: adapter, recordType, value: externalId ?? '' },
    { kind: 'email', value: email ?? '' },
    ...(phoneStands(file) ? [{ kind: 'phone' as const, value: phone ?? '' }] : []),
  ];
}

describe.skipIf(captured.length === 0)(
  'pages captured from real CRMs (skipped where ../shared/captures is not there)',
  () => {
    afterEach(() => showPage(''));

    it.each(captured)(
      '$from.label: $file shows the customer it was captured with, or nobody',
      ({ from, sightings, ...capture }) => {
        const { file, url, truth } = capture;
        showPage(readFileSync(join(root, from.adapter, file), 'utf8'));
        const found = detect(new URL(url), document, adapters, sightings);
        if (truth.externalId === null) {
          expect(found.state).toBe('nobody');
          return;
        }
        expect(found).toMatchObject({
          state: 'customer',
          identity: { adapter: from.adapter, name: truth.name, people: [expected(capture, from)] },
        });
      },
    );
  },
);
