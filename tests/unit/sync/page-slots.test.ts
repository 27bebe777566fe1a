import { beforeEach, describe, expect, it } from 'vitest';
import type { RawIdentifier } from '@/lib/domain/identifier';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { type LookupKey, lookupKey } from '@/lib/protocol/lookup-key';
import { badgeOf } from '@/lib/sync/page-reports';
import { createPageSlots } from '@/lib/sync/page-slots';
import { createTabStates } from '@/lib/sync/tab-state';
import { makeCard, makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const TAB = 4;
const mail = (value: string): RawIdentifier => ({ kind: 'email', value });
const phone = (value: string): RawIdentifier => ({ kind: 'phone', value });

/** Cards by the canonical spelling of what leads to them. */
const known: Record<string, number[]> = {
  'marta@example.com': [1],
  'jan@example.com': [2],
  '+442079460202': [1, 2],
  '+442079460303': [1],
};

const cardAtRisk = (number: number) =>
  makeCard(number, { risk: { level: 'high', points: 9, drivers: [], at: '2026-11-22T09:00:00Z' } });

let unlocked = true;
let answer: string | null | undefined;
let tabs: ReturnType<typeof createTabStates>;
let slots: ReturnType<typeof createPageSlots>;
const keys = await deriveBookKeys(btoa('k'.repeat(32)));

async function hashedBook(): Promise<Map<LookupKey, number[]>> {
  const entries = Object.entries(known).map(async ([value, numbers]) => {
    const kind = value.startsWith('+') ? ('phone' as const) : ('email' as const);
    return [await lookupKey(keys.lookupSecret, { kind, value }), numbers] as const;
  });
  return new Map(await Promise.all(entries));
}

beforeEach(async () => {
  unlocked = true;
  answer = 'A';
  const exclusive = createExclusive();
  tabs = createTabStates({ area: createMemoryArea(), exclusive, ask: async () => answer });
  const hashed = await hashedBook();
  const { lookupKey: _, ...session } = makeSession();
  slots = createPageSlots({
    account: {
      organisation: async () => ({ session, clockShift: 0 }),
      bookKeys: async () => (unlocked ? keys : null),
    },
    book: {
      lookup: async (all) => all.map((key) => hashed.get(key) ?? []),
      get: async (number) => cardAtRisk(number),
      getAll: async (numbers) => numbers.map(cardAtRisk),
    },
    tabs,
  });
});

let seq = 0;
async function shows(key: string, ...people: RawIdentifier[][]): Promise<void> {
  const identity = {
    key,
    adapter: 'demo',
    pageKind: 'customer',
    trust: 'proven' as const,
    name: `Name of ${key}`,
    people,
  };
  seq += 1;
  await tabs.report({ tabId: TAB, documentId: 'D1', report: { state: 'customer', seq, identity } });
}

describe('this page', () => {
  it('is the customer to whom everything on it leads, however it is spelled there', async () => {
    await shows('A', [mail('Marta@Example.com '), phone('020 7946 0202')]);
    expect(await slots.of(TAB)).toMatchObject({
      ...{ state: 'customer', key: 'A', name: 'Name of A', card: { number: 1 } },
      customer: { cardNumber: 1, identifiers: [{ value: 'marta@example.com' }, { value: '+442079460202' }] },
    });
  });

  it('is asked about when a phone fits several, until the rep has chosen one of them', async () => {
    await shows('A', [phone('+44 20 7946 0202')]);
    expect(await slots.of(TAB)).toMatchObject({
      ...{ state: 'choose', why: 'shared-identifier' },
      candidates: [{ card: { number: 1 }, foundBy: ['phone'] }, { card: { number: 2 } }],
    });
    await tabs.choose(TAB, { key: 'A', cardNumber: 3 });
    expect((await slots.of(TAB)).state).toBe('choose');
    await tabs.choose(TAB, { key: 'A', cardNumber: 2 });
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', customer: { cardNumber: 2 } });
    await shows('B', [phone('+44 20 7946 0202')]);
    expect((await slots.of(TAB)).state).toBe('choose');
  });

  it('is someone new when the rep says so, and then takes nothing of the one whose phone stands there', async () => {
    await shows('A', [mail('new@example.com'), phone('+44 20 7946 0303')]);
    expect(await slots.of(TAB)).toMatchObject({ state: 'choose', why: 'only-phone-fits' });
    await tabs.choose(TAB, { key: 'A', cardNumber: null });
    expect(await slots.of(TAB)).toMatchObject({ state: 'customer', key: 'A', card: null });
    const slot = await slots.of(TAB);
    expect(slot.state === 'customer' && slot.customer).toEqual({
      cardNumber: null,
      identifiers: [{ kind: 'email', value: 'new@example.com' }],
    });
    await shows('B', [phone('+44 20 7946 0202')]);
    await tabs.choose(TAB, { key: 'B', cardNumber: null });
    answer = 'B';
    expect((await slots.of(TAB)).state).toBe('choose');
  });

  it('takes into a note only what leads to the customer who was chosen', async () => {
    await shows('A', [mail('marta@example.com'), mail('jan@example.com')]);
    await tabs.choose(TAB, { key: 'A', cardNumber: 2 });
    const slot = await slots.of(TAB);
    expect(slot.state === 'customer' && slot.customer.identifiers).toEqual([
      { kind: 'email', value: 'jan@example.com' },
    ]);
  });

  it('is a customer without a card where the store has none, and nobody where nothing can be read', async () => {
    await shows('A', [mail('new@example.com')]);
    expect(await slots.of(TAB)).toMatchObject({
      state: 'customer',
      card: null,
      customer: { cardNumber: null },
    });
    await shows('B', [mail('not an address'), phone('x')]);
    expect(await slots.of(TAB)).toEqual({ state: 'nobody' });
  });

  it('has a customer to write notes about, and no card, while the keys are forgotten', async () => {
    unlocked = false;
    await shows('A', [mail('marta@example.com')]);
    expect(await slots.of(TAB)).toMatchObject({
      ...{ state: 'customer', card: null },
      customer: { cardNumber: null, identifiers: [{ value: 'marta@example.com' }] },
    });
  });

  it('is blank while in doubt, and asks the page itself to end the doubt', async () => {
    await shows('A', [mail('marta@example.com')]);
    answer = undefined;
    await tabs.recheck(TAB);
    expect(await slots.of(TAB)).toEqual({ state: 'blank' });
    answer = 'A';
    expect((await slots.of(TAB)).state).toBe('customer');
  });

  it('remembers who stood there a moment ago, by key, and makes no one up', async () => {
    await shows('A', [mail('marta@example.com')]);
    await shows('B', [mail('jan@example.com')]);
    expect(await slots.ofKey(TAB, 'A')).toMatchObject({ customer: { cardNumber: 1 } });
    expect(await slots.ofKey(TAB, 'C')).toEqual({ state: 'blank' });
    expect(await slots.of(5)).toEqual({ state: 'blank' });
  });
});

describe('the badge', () => {
  it.each([
    ['at risk', [mail('marta@example.com')], true, 'at-risk'],
    ['unknown to the store', [mail('new@example.com')], true, 'unknown'],
    ['several', [phone('+442079460202')], true, 'ask'],
    ['anyone, while the keys are forgotten', [mail('marta@example.com')], false, null],
    ['nobody', [mail('?')], true, null],
  ])('for %s', async (_, person, keysAreHere, badge) => {
    unlocked = keysAreHere;
    await shows('A', person);
    expect(badgeOf(await slots.of(TAB), unlocked)).toBe(badge);
  });
});
