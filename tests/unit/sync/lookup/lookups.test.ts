import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { type LookupKey, lookupKey } from '@/lib/protocol/lookup-key';
import { createLookups, type Lookups } from '@/lib/sync/lookup/lookups';
import type { About } from '@/lib/sync/notes/calls';
import { createLookupPace } from '@/lib/sync/pages/lookup-pace';
import { createPhone, type Phone } from '@/lib/sync/phone/phone';
import { createRingSlots } from '@/lib/sync/phone/ring-slots';
import { createRings } from '@/lib/sync/phone/rings';
import { makeCard, makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const NOTE = '01939000-0000-7000-8000-000000000001';
const HERE = { tabId: undefined, writer: 'popup' };
const CUSTOMER = { system: 'demo', recordType: 'customer' };
const known = [
  { identifier: { kind: 'phone', value: '+442079460202' }, numbers: [1, 2] },
  { identifier: { kind: 'phone', value: '+442079460303' }, numbers: [3] },
  { identifier: { kind: 'email', value: 'marta@example.com' }, numbers: [1] },
  { identifier: { kind: 'externalId', ...CUSTOMER, value: 'C-2' }, numbers: [2] },
] as const;

const keys = await deriveBookKeys(btoa('k'.repeat(32)));
const entries = known.map(
  async ({ identifier, numbers }) => [await lookupKey(keys.lookupSecret, identifier), numbers] as const,
);
const book = new Map<LookupKey, readonly number[]>(await Promise.all(entries));

let unlocked: boolean;
let damaged: boolean;
let signedIn: boolean;
let now: number;
let begun: About[];
let phone: Phone;
let lookups: Lookups;

beforeEach(() => {
  unlocked = true;
  damaged = false;
  signedIn = true;
  now = 0;
  begun = [];
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
  const ringSlots = createRingSlots({
    account,
    storeNames: { of: async () => new Map() },
    book: {
      async lookup(all) {
        if (damaged) throw new AppError('damaged');
        return all.map((key) => [...(book.get(key) ?? [])]);
      },
      getAll: async (numbers) => numbers.map((number) => makeCard(number)),
    },
    accountKinds: async () => [CUSTOMER],
  });
  phone = createPhone({
    ...{ account, ringSlots },
    drafts: { active: async () => null },
    rings: createRings({ ...inMemory, clock: { now: () => new Date() } }),
    calls: { beginFor: async (_, about) => void begun.push(about), moveTo: async () => undefined },
  });
  const pace = createLookupPace({ ...inMemory, now: () => now, what: 'typed' });
  lookups = createLookups({ account, phone, ringSlots, pace });
});

const numbersIn = async (text: string) => {
  const answer = await lookups.find(text);
  return answer.state === 'read'
    ? { why: answer.why, numbers: answer.candidates.map(({ card }) => card.number) }
    : answer.state;
};

describe('looking somebody up', () => {
  it.each([
    ['020 7946 0303', 'one', [3]],
    [' Marta@Example.com ', 'one', [1]],
    ['C-2', 'one', [2]],
    ['+44 20 7946 0202', 'several', [1, 2]],
    ['020 7946 0999', 'nobody', []],
  ])('%j: %s', async (text, why, numbers) => {
    expect(await numbersIn(text)).toEqual({ why, numbers });
  });

  it.each([
    ['nobody is signed in', { signed: false }, 'signed-out'],
    ['the keys are forgotten', { keys: false }, { why: 'locked', numbers: [] }],
    ['what tells it is damaged', { broken: true }, { why: 'damaged', numbers: [] }],
  ])('says why it can’t while %s', async (_, world, said) => {
    signedIn = !('signed' in world);
    unlocked = !('keys' in world);
    damaged = 'broken' in world;
    expect(await numbersIn('020 7946 0303')).toEqual(said);
  });

  it.each(['hello', '?', 'a@', ''])('can’t be done by what nobody can be found by: %j', async (text) => {
    expect(await numbersIn(text)).toBe('unreadable');
  });

  it('leaves nothing behind: nothing rings, and no call begins', async () => {
    await lookups.find('020 7946 0303');
    expect(await phone.slots()).toEqual([]);
    expect(begun).toEqual([]);
  });

  it('stops for the rest of a minute in which more was asked than a rep can, and goes on in the next', async () => {
    for (let i = 0; i < 120; i++) await lookups.find(`020 7946 0${100 + i}`);
    expect(await numbersIn('020 7946 0303')).toBe('paused');
    now += 60_001;
    expect(await numbersIn('020 7946 0303')).toEqual({ why: 'one', numbers: [3] });
  });

  it('takes nothing off that for what can’t be read: a number is typed letter by letter', async () => {
    for (let i = 0; i < 200; i++) await lookups.find('hello');
    expect(await numbersIn('020 7946 0303')).toEqual({ why: 'one', numbers: [3] });
  });
});

describe('beginning the call', () => {
  const begin = (text: string, cardNumber: number | null) =>
    lookups.begin(HERE, { text, noteId: NOTE, cardNumber });

  it('is a ring that was answered: the same customer, under what leads to them, and it rings no more', async () => {
    await begin('020 7946 0202', 2);
    expect(begun).toMatchObject([
      { noteId: NOTE, about: { name: '', customer: { cardNumber: 2, identifiers: [{ kind: 'phone' }] } } },
    ]);
    expect(await phone.slots()).toEqual([]);
  });

  it('takes the ring there is where the sidebar was asked for the same before', async () => {
    await phone.find('020 7946 0303');
    await begin('020 7946 0303', 3);
    expect(begun).toHaveLength(1);
    expect(await phone.slots()).toEqual([]);
  });

  it('takes nobody whom the text doesn’t mean; what was typed rings on, to be looked at', async () => {
    await expect(begin('020 7946 0303', 1)).rejects.toMatchObject({ code: 'identity-changed' });
    expect(begun).toEqual([]);
    expect(await phone.slots()).toMatchObject([{ via: 'typed', said: '020 7946 0303' }]);
  });

  it('can’t be done with nothing to find anyone by', async () => {
    await expect(begin('hello', null)).rejects.toMatchObject({ code: 'bad-input' });
    expect(begun).toEqual([]);
  });
});
