import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '@/lib/platform/clock';
import { createStoreNames, type StoreNames } from '@/lib/sync/customer/store-names';
import type { Outcome, Request } from '@/lib/sync/network/transport';

const names = new Map([
  [211, 'Vera Holm'],
  [212, 'Nils Holm'],
]);
const ends = new Map([
  [212, '4712'],
  [213, '4713'],
]);

let userId: string | null;
let now: number;
let paths: string[];
let told: number;
let answers: boolean;
/** the store tells account numbers, too */
let isNew: boolean;
let storeNames: StoreNames;

const user = (id: string) => ({ id, storeUserId: id, name: 'Ana' });

beforeEach(() => {
  ends.delete(211);
  [userId, now, paths, told, answers, isNew] = ['ana', 0, [], 0, true, true];
  storeNames = createStoreNames({
    account: {
      state: async () =>
        userId === null ? { state: 'signed-out' } : { state: 'signed-in', user: user(userId) },
      async request<T>({ path, ...reading }: Request<T>): Promise<Outcome<T>> {
        paths.push(path);
        if (!answers) return { kind: 'offline' };
        const asked = path.split('=')[1]?.split(',').map(Number) ?? [];
        const known = asked.flatMap((number) => {
          const name = names.get(number);
          return name === undefined ? [] : [{ number, name }];
        });
        const accounts = asked.flatMap((number) => {
          const end = ends.get(number);
          return end === undefined ? [] : [{ number, end }];
        });
        return 'schema' in reading
          ? { kind: 'ok', value: reading.schema.parse({ names: known, ...(isNew && { accounts }) }) }
          : { kind: 'offline' };
      },
    },
    clock: { now: () => new Date(now) },
    told: () => {
      told += 1;
    },
  });
});

const settled = () => new Promise((resolve) => setTimeout(resolve));
async function known(...numbers: number[]): Promise<Record<number, string>> {
  await storeNames.of(numbers);
  await settled();
  const called = [...(await storeNames.of(numbers))].filter(([, { name }]) => name !== '');
  return Object.fromEntries(called.map(([number, { name }]) => [number, name]));
}

describe('what the store calls customers', () => {
  it('comes by itself, all of them with one question, and is told of once', async () => {
    const first = await storeNames.of([211, 212, 211]);
    expect([...first]).toEqual([]);
    await settled();
    expect(await known(211, 212)).toEqual({ 211: 'Vera Holm', 212: 'Nils Holm' });
    expect(paths).toEqual(['/v1/customer-names?numbers=211,212']);
    expect(told).toBe(1);
  });

  it('comes with how their account numbers end, also of those whom it names nothing', async () => {
    await known(211, 212, 213);
    expect(Object.fromEntries(await storeNames.of([211, 212, 213]))).toEqual({
      211: { name: 'Vera Holm', accountEnd: '' },
      212: { name: 'Nils Holm', accountEnd: '4712' },
      213: { name: '', accountEnd: '4713' },
    });
  });

  it('is all that comes from an older store', async () => {
    isNew = false;
    expect(await known(212, 213)).toEqual({ 212: 'Nils Holm' });
  });

  it('is asked for anew, all of them, of others together: of whom an account number is told, that depends on', async () => {
    await known(211, 214);
    await known(212, 215);
    ends.set(211, '4711');
    expect(Object.fromEntries(await storeNames.of([211, 212]))).toEqual({
      211: { name: 'Vera Holm', accountEnd: null },
      212: { name: 'Nils Holm', accountEnd: null },
    });
    await settled();
    expect((await storeNames.of([211, 212])).get(211)).toEqual({ name: 'Vera Holm', accountEnd: '4711' });
    now = MINUTE;
    await storeNames.of([212, 211]);
    await storeNames.of([212]);
    expect(paths.slice(2)).toEqual(['/v1/customer-names?numbers=211,212']);
  });

  it('tells that the store has none, or can’t be reached, from that it hasn’t answered', async () => {
    expect([...(await storeNames.of([998, 999]))]).toEqual([]);
    await settled();
    const none = { name: '', accountEnd: '' };
    expect(Object.fromEntries(await storeNames.of([998, 999]))).toEqual({ 998: none, 999: none });
    answers = false;
    await storeNames.of([996, 997]);
    await settled();
    expect(Object.fromEntries(await storeNames.of([996, 997]))).toEqual({ 996: none, 997: none });
    expect(told).toBe(2);
  });

  it('is asked for again a minute after an answer that had no name', async () => {
    await known(211, 999);
    now = MINUTE - 1;
    await known(211, 999);
    now = MINUTE;
    await known(211, 999);
    expect(paths.slice(1)).toEqual(['/v1/customer-names?numbers=211,999']);
    expect(told).toBe(1);
  });

  it('comes when the store can be reached again', async () => {
    answers = false;
    expect(await known(211)).toEqual({});
    [answers, now] = [true, MINUTE];
    await known(211);
    expect(await known(211)).toEqual({ 211: 'Vera Holm' });
  });

  it.each([
    ['somebody else signs in', () => (userId = 'ben')],
    ['it is forgotten', () => storeNames.forget()],
    ['nobody is signed in', () => (userId = null)],
  ])('is not here any more when %s', async (_, happens) => {
    await known(211);
    happens();
    expect([...(await storeNames.of([]))]).toEqual([]);
  });

  it('asks for no more at once than the store answers', async () => {
    await known(...Array.from({ length: 30 }, (_, i) => i + 1));
    expect(paths[0]?.split(',')).toHaveLength(20);
  });

  it('is no answer to whoever signed in while it was on its way', async () => {
    await storeNames.of([211]);
    userId = 'ben';
    await storeNames.of([]);
    await settled();
    expect([...(await storeNames.of([]))]).toEqual([]);
  });
});

describe('what to call whom a note is about', () => {
  it('is not asked for while nobody has verified the caller, and not said though it is here', async () => {
    const content = { caller: 'unverified' as const };
    const about = { name: '', customer: { cardNumber: 211, identifiers: [] }, content };
    expect(await storeNames.callOf(about)).toBe('#211');
    expect(paths).toEqual([]);
    await known(211, 212);
    expect(await storeNames.callOf(about)).toBe('#211');
    expect(await storeNames.callOf({ ...about, called: 'Vera Holm' })).toBe('Vera Holm');
  });

  it('is of no other than who was asked about', async () => {
    await known(211, 212);
    expect(await known(212)).toEqual({ 212: 'Nils Holm' });
  });

  it.each([
    ['as the page does', 'V. Holm', 211, 'V. Holm'],
    ['as the store does, where no page has', '', 211, 'Vera Holm'],
    ['by their number, where the store doesn’t either', '', 999, '#999'],
    ['by their number, where the store knows an account number alone', '', 213, '#213'],
    ['by what they called from, where they are new', '', null, '+442079460202'],
  ])('%s', async (_, name, cardNumber, called) => {
    const identifiers = [{ kind: 'phone' as const, value: '+442079460202' }];
    const about = { name, customer: { cardNumber, identifiers }, content: { caller: 'customer' as const } };
    await storeNames.callOf(about);
    await settled();
    expect(await storeNames.callOf(about)).toBe(called);
  });
});
