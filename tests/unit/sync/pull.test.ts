import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CardKeys, deriveCardKeys } from '@/lib/cache/card-keys';
import type { CardsStore } from '@/lib/cache/cards-store';
import type { CardsPage } from '@/lib/protocol/cards';
import { createPull } from '@/lib/sync/pull';
import { createTransport } from '@/lib/sync/transport';
import { json, type LoopbackServer, startLoopbackServer, wireError } from '@/tests/support/loopback-server';
import { makeCard } from '@/tests/support/makers';
import { createExclusive } from '@/tests/support/memory-area';

let server: LoopbackServer;
let keys: CardKeys | null;
let cards: ReturnType<typeof createMemoryCards>;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

/** Only what a pull does with the cards at hand; the real store is tested where there is an IndexedDB. */
function createMemoryCards() {
  const state = { cursor: 0, numbers: new Set<number>(), clears: 0 };
  const store: Pick<CardsStore, 'cursor' | 'put' | 'clear'> = {
    cursor: async () => state.cursor,
    put: async (page, { askedWith }) => {
      if (askedWith !== state.cursor) return false;
      for (const { card } of page.cards) state.numbers.add(card.number);
      for (const number of page.removed) state.numbers.delete(number);
      state.cursor = page.cursor;
      return true;
    },
    clear: async () => {
      state.numbers.clear();
      state.cursor = 0;
      state.clears += 1;
    },
  };
  return { ...state, store, state };
}

const page = (numbers: number[], change: Partial<CardsPage>): CardsPage => ({
  cards: numbers.map((n) => ({ card: makeCard(n), keys: [] })),
  removed: [],
  cursor: 0,
  more: false,
  total: 3,
  ...change,
});

/** A store whose pages are keyed by the cursor they follow. */
function serve(pages: Record<number, CardsPage>) {
  server.answer((request, response) => {
    const after = Number(new URL(request.path, server.url).searchParams.get('after'));
    const found = pages[after];
    (found ? json(200, found) : wireError(400, 'bad-input'))(request, response);
  });
}

const createPuller = () => {
  const now = () => new Date('2026-11-22T09:00:00Z');
  const transport = createTransport({ fetch, serverUrl: async () => server.url, now });
  const account = { request: transport, cardKeys: async () => keys };
  return createPull({ account, cards: cards.store, exclusive: createExclusive(), clock: { now } });
};
const ok = { kind: 'ok', value: null };

beforeEach(async () => {
  keys = await deriveCardKeys(btoa('k'.repeat(32)));
  cards = createMemoryCards();
});

describe('pulling cards', () => {
  it('asks page by page until there are no more, and goes on from there the next time', async () => {
    serve({ 0: page([1, 2], { cursor: 10, more: true }), 10: page([3], { cursor: 15, removed: [1] }) });
    expect(await createPuller()()).toEqual({ outcome: ok, changed: true });
    expect([...cards.state.numbers]).toEqual([2, 3]);
    serve({ 15: page([], { cursor: 15 }) });
    expect(await createPuller()()).toEqual({ outcome: ok, changed: false });
  });

  it('keeps the pages it got when the connection breaks, and resumes there', async () => {
    server.answer((request, response) => {
      if (request.path.includes('after=0&'))
        json(200, page([1], { cursor: 10, more: true }))(request, response);
      else response.destroy();
    });
    expect(await createPuller()()).toEqual({ outcome: { kind: 'offline' }, changed: true });
    expect(cards.state.cursor).toBe(10);
    serve({ 10: page([2], { cursor: 11 }) });
    await createPuller()();
    expect([...cards.state.numbers]).toEqual([1, 2]);
  });

  it('starts again from nothing when the store was put back to an older state', async () => {
    serve({ 0: page([1, 2], { cursor: 10 }) });
    await createPuller()();
    serve({ 10: page([], { cursor: 4 }), 0: page([1], { cursor: 4 }) });
    expect(await createPuller()()).toEqual({ outcome: ok, changed: true });
    expect([...cards.state.numbers]).toEqual([1]);
    expect(cards.state.clears).toBe(1);
  });

  it('doesn’t turn in circles when the store promises more and gives nothing', async () => {
    serve({ 0: page([], { cursor: 0, more: true }) });
    expect((await createPuller()()).outcome).toEqual({ kind: 'server-error' });
    expect(server.received).toHaveLength(1);
  });

  it('asks nothing while nobody is signed in', async () => {
    keys = null;
    serve({});
    expect(await createPuller()()).toEqual({ outcome: { kind: 'signed-out' }, changed: false });
    expect(server.received).toEqual([]);
  });

  it('is one for all who ask while it is on its way', async () => {
    serve({ 0: page([1], { cursor: 10 }), 10: page([], { cursor: 10 }) });
    const pull = createPuller();
    await Promise.all([pull(), pull(), pull()]);
    expect(server.received).toHaveLength(1);
    await pull();
    expect(server.received).toHaveLength(2);
  });

  it('applies nothing that isn’t a page of cards', async () => {
    server.answer(json(200, { cards: [{ card: { number: 'one' }, keys: [] }], cursor: 5 }));
    expect((await createPuller()()).outcome).toEqual({ kind: 'server-error' });
    expect(cards.state.cursor).toBe(0);
  });
});
