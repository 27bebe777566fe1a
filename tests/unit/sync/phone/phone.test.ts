import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import type { ExternalIdKind } from '@/lib/protocol/crm-adapter';
import { type LookupKey, lookupKey } from '@/lib/protocol/lookup-key';
import type { Called } from '@/lib/sync/customer/store-names';
import type { About } from '@/lib/sync/notes/calls';
import { createPhone, type Phone } from '@/lib/sync/phone/phone';
import { createRingSlots } from '@/lib/sync/phone/ring-slots';
import { createRings } from '@/lib/sync/phone/rings';
import { makeCard, makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const CRM = 'https://crm.example';
const NOTE = '01939000-0000-7000-8000-000000000001';
const HERE = { tabId: undefined, writer: 'panel' };
const CUSTOMER = { system: 'demo', recordType: 'customer' };
const OTHER = { system: 'other', recordType: 'user' };
const known = [
  { identifier: { kind: 'phone', value: '+442079460202' }, numbers: [1, 2] },
  { identifier: { kind: 'phone', value: '+442079460303' }, numbers: [3] },
  { identifier: { kind: 'email', value: 'marta@example.com' }, numbers: [1] },
  { identifier: { kind: 'externalId', ...CUSTOMER, value: 'C-1' }, numbers: [1] },
  { identifier: { kind: 'externalId', ...CUSTOMER, value: 'C-2' }, numbers: [2] },
  { identifier: { kind: 'externalId', ...CUSTOMER, value: '27' }, numbers: [1] },
  { identifier: { kind: 'externalId', ...OTHER, value: '27' }, numbers: [3] },
] as const;

const keys = await deriveBookKeys(btoa('k'.repeat(32)));
const entries = known.map(
  async ({ identifier, numbers }) => [await lookupKey(keys.lookupSecret, identifier), numbers] as const,
);
const book = new Map<LookupKey, readonly number[]>(await Promise.all(entries));

/** What the store calls them. */
const called = (name: string, accountEnd: string): Called => ({ name, accountEnd });
const asCalled: readonly [number, Called][] = [
  [2, called('Nils Holm', '4711')],
  [3, called('Ines Duarte', '27')],
];

let unlocked: boolean;
let damaged: boolean;
let signedIn: boolean;
let kinds: readonly ExternalIdKind[];
let named: Map<number, Called>;
let begun: About[];
let moved: About[];
let phone: Phone;

beforeEach(() => {
  unlocked = true;
  damaged = false;
  signedIn = true;
  kinds = [OTHER, CUSTOMER];
  named = new Map(asCalled);
  begun = [];
  moved = [];
  const { lookupKey: _, ...session } = makeSession();
  const user = { id: 'u', storeUserId: 'u', name: 'Ana' };
  const account = {
    organisation: async () => ({ session, clockShift: 0 }),
    bookKeys: async () => (unlocked ? keys : null),
    state: async () =>
      signedIn ? ({ state: 'signed-in', user } as const) : ({ state: 'signed-out' } as const),
    author: async () => user,
  };
  const inMemory = { area: createMemoryArea(), exclusive: createExclusive() };
  phone = createPhone({
    account,
    drafts: { active: async () => begun.at(-1)?.noteId ?? null },
    rings: createRings({ ...inMemory, clock: { now: () => new Date() } }),
    ringSlots: createRingSlots({
      account,
      storeNames: { of: async (numbers) => new Map([...named].filter(([n]) => numbers.includes(n))) },
      book: {
        async lookup(all) {
          if (damaged) throw new AppError('damaged');
          return all.map((key) => [...(book.get(key) ?? [])]);
        },
        getAll: async (numbers) => numbers.map((number) => makeCard(number)),
      },
      accountKinds: async () => kinds,
    }),
    calls: {
      beginFor: async (_, about) => {
        begun.push(about);
      },
      moveTo: async (noteId, about) => {
        moved.push({ noteId, about });
      },
    },
  });
});

const ring = (number: string, account = '') => phone.ring({ via: 'address', number, account }, CRM);
async function only() {
  const [slot, ...more] = await phone.slots();
  if (!slot || more.length > 0) throw new Error(`${more.length + 1} rings`);
  return slot;
}
const numbersOf = (slot: Awaited<ReturnType<typeof only>>) => slot.candidates.map(({ card }) => card.number);

describe('whom a ring may mean', () => {
  it('says what the store calls them, where it does', async () => {
    await ring('+44 20 7946 0202');
    const { id, candidates } = await only();
    expect(candidates.map(({ storeName }) => storeName)).toEqual(['', 'Nils Holm']);
    await phone.choose(HERE, { ringId: id, noteId: NOTE, cardNumber: 2 });
    expect(begun.at(-1)?.about).toMatchObject({ name: '', called: 'Nils Holm', accountEnd: '' });
  });

  it('says how their account numbers end where it calls them the same, and where it names neither', async () => {
    await ring('+44 20 7946 0202');
    const ends = async () => (await only()).candidates.map(({ accountEnd }) => accountEnd);
    expect(await ends()).toEqual([null, null]);
    named.set(1, called('Nils Holm', '0815'));
    expect(await ends()).toEqual(['0815', '4711']);
    for (const number of [1, 2]) named.set(number, called('', ''));
    expect(await ends()).toEqual(['', '']);
  });

  it('goes on telling whom the rep chose from the others of that name', async () => {
    named.set(1, called('Nils Holm', '0815'));
    await ring('+44 20 7946 0202');
    await phone.choose(HERE, { ringId: (await only()).id, noteId: NOTE, cardNumber: 1 });
    expect(begun.at(-1)?.about).toMatchObject({ called: 'Nils Holm', accountEnd: '0815' });
  });

  it('says nothing of account numbers before the store has answered whether it knows them', async () => {
    named.clear();
    await ring('+44 20 7946 0202');
    expect((await only()).candidates.map(({ accountEnd }) => accountEnd)).toEqual([null, null]);
  });

  it.each([
    ['rings alone', '020 7946 0303', ''],
    ['has another’s account number beside it', '020 7946 0303', 'C-2'],
  ])('says no name to a number that %s: either may be faked', async (_, number, account) => {
    await ring(number, account);
    const { candidates } = await only();
    expect(candidates.map(({ storeName, accountEnd }) => storeName + (accountEnd ?? '')).join('')).toBe('');
  });

  it.each([
    ['one', '020 7946 0303', '', [3]],
    ['several', '+44 20 7946 0202', '', [1, 2]],
    ['nobody', '020 7946 0999', '', []],
    ['one', '', 'C-1', [1]],
    ['several', '020 7946 0202', 'C-2', [2, 1]],
    ['identifiers-disagree', '020 7946 0303', 'C-2', [2, 3]],
  ])('%s: called from %j with account number %j', async (why, number, account, expected) => {
    expect(await ring(number, account)).toBe(true);
    const slot = await only();
    expect({ why: slot.why, numbers: numbersOf(slot) }).toEqual({ why, numbers: expected });
  });

  it('several, where two CRMs number their customers alike, and one where the organisation says which it is', async () => {
    await ring('', '27');
    const either = await only();
    expect({ why: either.why, numbers: numbersOf(either) }).toEqual({ why: 'several', numbers: [3, 1] });
    kinds = [CUSTOMER];
    const stated = await only();
    expect({ why: stated.why, numbers: numbersOf(stated) }).toEqual({ why: 'one', numbers: [1] });
  });

  it('says the account number first, as it was handed over', async () => {
    await ring('020 7946 0202', 'C-2');
    expect((await only()).said).toBe('C-2 · 020 7946 0202');
  });

  it('is nobody while the keys are forgotten, and says that it is for that', async () => {
    unlocked = false;
    await ring('020 7946 0303');
    expect(await only()).toMatchObject({ why: 'locked', candidates: [] });
  });

  it('is told by nobody while what tells it is damaged', async () => {
    damaged = true;
    await ring('020 7946 0303');
    expect(await only()).toMatchObject({ why: 'damaged', candidates: [] });
  });

  it.each(['12', '000', '99999999999999999999'])('no number of this region, no ring: %s', async (number) => {
    expect(await ring(number)).toBe(false);
    expect(await phone.slots()).toEqual([]);
  });

  it('does not ring for nobody signed in', async () => {
    signedIn = false;
    expect(await ring('020 7946 0303')).toBe(false);
  });
});

describe('what a rep types', () => {
  it.each([
    ['a number', ' 020 7946 0303 ', [3]],
    ['an e-mail address', 'Marta@Example.com', [1]],
    ['an account number', 'C-2', [2]],
    ['something well formed that leads nowhere', 'C-9', []],
  ])('%s', async (_, text, expected) => {
    expect(await phone.find(text)).toBe(true);
    const slot = await only();
    expect({ via: slot.via, numbers: numbersOf(slot) }).toEqual({ via: 'typed', numbers: expected });
  });

  it.each(['hello', '?', 'a@', '-'])('is told apart from what nobody can be found by: %s', async (text) => {
    expect(await phone.find(text)).toBe(false);
    expect(await phone.slots()).toEqual([]);
  });
});

describe('choosing', () => {
  const choose = async (cardNumber: number | null) =>
    phone.choose(HERE, { ringId: (await only()).id, noteId: NOTE, cardNumber });

  it('begins the call with that customer, under what leads to them', async () => {
    await ring('020 7946 0202', 'C-2');
    await choose(2);
    expect(begun).toMatchObject([
      {
        noteId: NOTE,
        about: { name: '', customer: { cardNumber: 2, identifiers: [{ value: 'C-2' }, { kind: 'phone' }] } },
      },
    ]);
    expect(await phone.slots()).toEqual([]);
  });

  it('takes none who isn’t among them', async () => {
    await ring('020 7946 0202');
    await expect(choose(3)).rejects.toThrow('identity-changed');
    expect(begun).toEqual([]);
  });

  it('leaves a new caller without the number of others: it would lead the note to them', async () => {
    await ring('020 7946 0202', 'C-9');
    await choose(null);
    const customer = { cardNumber: null, identifiers: [] };
    expect(begun).toMatchObject([{ about: { name: 'C-9 · 020 7946 0202', customer } }]);
  });

  it('notes a number down that is nobody’s', async () => {
    await ring('020 7946 0999');
    await choose(null);
    const identifiers = [{ kind: 'phone', value: '+442079460999' }];
    expect(begun).toMatchObject([{ about: { name: '', customer: { cardNumber: null, identifiers } } }]);
  });

  it('comes too late for what rings no more', async () => {
    await ring('020 7946 0202');
    const { id } = await only();
    await phone.dismiss(id);
    await expect(phone.choose(HERE, { ringId: id, noteId: NOTE, cardNumber: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
