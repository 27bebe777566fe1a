// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Detection } from '@/lib/crm/detect';
import { recordRow } from '@/lib/crm/lists/record-row';
import type { RawIdentifier } from '@/lib/domain/identifier';

const vera: RawIdentifier[] = [{ kind: 'email', value: 'vera@x.example' }];
const bo: RawIdentifier[] = [{ kind: 'email', value: 'bo@x.example' }];

type Shown = {
  people?: RawIdentifier[][];
  trust?: 'proven' | 'likely' | 'doubtful';
  anchor?: Element | null;
};

const reading = ({ people = [vera], trust = 'proven', anchor = name() }: Shown = {}): Detection => ({
  state: 'customer',
  identity: { key: 'k', adapter: 'a', pageKind: 'customer', trust, name: 'Vera', people },
  ...{ witnesses: [], roots: [], anchor },
});

function name(): Element {
  document.body.innerHTML = '<header><h1>Vera</h1></header>';
  return document.querySelector('h1') ?? document.body;
}

describe('the row that an open record is', () => {
  it('has the customer’s identifiers, beside their name', () => {
    const row = recordRow(reading());
    expect(row?.identifiers).toEqual(vera);
    expect([row?.row.nodeName, row?.anchor.nodeName]).toEqual(['HEADER', 'H1']);
  });

  it.each<[string, Detection]>([
    ['several people are open', reading({ people: [vera, bo] })],
    ['nobody is', reading({ people: [] })],
    ['a person has yet to confirm how the site is read', reading({ trust: 'likely' })],
    ['it was read without an adapter', reading({ trust: 'doubtful' })],
    ['no place is known for a badge', reading({ anchor: null })],
    ['the page is still rendering', { state: 'not-ready', roots: [] }],
    ['it is a list', { state: 'nobody', roots: [] }],
  ])('is none where %s', (_, found) => {
    expect(recordRow(found)).toBeNull();
  });
});
