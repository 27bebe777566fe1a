import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { type BookKeys, deriveBookKeys } from '@/lib/protocol/book-keys';
import { type BookProgress, createBookProgress } from '@/lib/sync/book/book-progress';
import { createTransport } from '@/lib/sync/network/transport';
import { type BookMaker, createBookMaker } from '@/tests/support/book-maker';
import { json, type LoopbackServer, startLoopbackServer, wireError } from '@/tests/support/loopback-server';
import { makePull } from '@/tests/support/make-pull';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { createMemoryBook } from '@/tests/support/memory-book';

type Answers = Record<string, (path: string) => Promise<Uint8Array | null> | Uint8Array | null>;

const all = await deriveBookKeys(btoa('k'.repeat(32)));
const ok = { kind: 'ok', value: null };
let server: LoopbackServer;
let keys: BookKeys | null;
let maker: BookMaker;
let here: ReturnType<typeof createMemoryBook>;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

const now = () => new Date('2026-11-22T09:00:00Z');
const clock = { now };
let progress: BookProgress;

const createPuller = () => {
  const transport = createTransport({ fetch, serverUrl: async () => server.url, now });
  const account = { request: transport, bookKeys: async () => keys };
  const exclusive = createExclusive();
  const book = here.store;
  return makePull({ account, transport, book, progress, exclusive, clock });
};

/** A store that has what the maker made, but for what is answered otherwise; null is "gone". */
async function serve(answers: Answers = {}): Promise<void> {
  const { manifest, packs } = await maker.snapshot(64);
  const answerOf = async (path: string): Promise<Uint8Array | null> => {
    const own = Object.entries(answers).find(([start]) => path.startsWith(start));
    if (own) return own[1](path);
    const [, , what = '', id = '', n = ''] = path.split(/[/?]/);
    if (what === 'book') return new TextEncoder().encode(JSON.stringify(manifest));
    if (what === 'packs') return packs.get(id) ?? null;
    return what === 'pages' ? maker.sealedPage(Number(id)) : maker.sealedBlock('cards', Number(n));
  };
  server.answer((request, response) => {
    void answerOf(request.path).then((bytes) => {
      if (bytes === null) return wireError(410, 'gone')(request, response);
      response.writeHead(200, { 'x-heed-version': String(maker.version()) });
      return response.end(bytes);
    });
  });
}

const asked = (what: string) => server.received.filter(({ path }) => path.startsWith(what)).length;

beforeEach(() => {
  keys = all;
  maker = createBookMaker(all);
  here = createMemoryBook();
  progress = createBookProgress({
    area: createMemoryArea(),
    exclusive: createExclusive(),
    clock,
    onChange() {},
  });
  maker.change(...Array.from({ length: 1200 }, (_, i) => ({ number: i + 1, keys: [BigInt(i)] })));
});

describe('pulling the book', () => {
  it('gets all of it at first, then the pages after it, and goes on from there the next time', async () => {
    await serve();
    maker.change(...Array.from({ length: 900 }, (_, i) => ({ number: i + 1, points: i })));
    expect(await createPuller()()).toEqual({ outcome: ok, changed: true });
    expect(here.state.applied).toEqual([2000, 2100]);
    expect(asked('/v1/pages/')).toBe(2);
    expect(await createPuller()()).toEqual({ outcome: ok, changed: false });
    expect(asked('/v1/pages/')).toBe(3);
  });

  it('keeps the packs it got when the connection breaks, and asks for no pack twice', async () => {
    let left = 3;
    const { manifest, packs } = await maker.snapshot(64);
    server.answer((request, response) => {
      const bytes = packs.get(request.path.split('/')[3] ?? '');
      if (!bytes) return json(200, manifest)(request, response);
      left -= 1;
      return left < 0 ? response.destroy() : response.end(bytes);
    });
    expect((await createPuller()()).outcome).toEqual({ kind: 'offline' });
    expect(here.state.packs.size).toBe(3);
    const cut = await progress.shown();
    expect(cut).toMatchObject({ totalCustomers: manifest.customers, secondsLeft: null });
    expect(cut?.bytes).toBeGreaterThan(0);
    await serve();
    expect((await createPuller()()).outcome).toEqual(ok);
    expect(await progress.shown()).toBeNull();
    expect(asked('/v1/packs/')).toBe(manifest.packs.length - 3);
  });

  it('never uses bytes that differ from what was promised: asks again, then says so', async () => {
    await serve({ '/v1/packs/': () => new Uint8Array(100) });
    expect((await createPuller()()).outcome).toEqual({ kind: 'server-error' });
    expect(here.state.packs.size).toBe(0);
    expect(asked('/v1/packs/')).toBeGreaterThanOrEqual(3);
  });

  it('fetches nothing further once the disk is full, and says so when the last is written that was on its way', async () => {
    await serve();
    const { putPack } = here.store;
    let full = true;
    here.store.putPack = async (...args) => {
      if (full) {
        full = false;
        throw new AppError('storage-full');
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      return putPack(...args);
    };
    const pull = createPuller();
    await expect(pull()).rejects.toMatchObject({ code: 'storage-full' });
    expect([here.state.packs.size, asked('/v1/packs/')]).toEqual([3, 4]);
    expect((await pull()).outcome).toEqual(ok);
  });

  it.each([
    ['the page after its cursor is no longer kept', '/v1/pages/0'],
    ['the store is another book by now', '/v1/pages/0?book='],
  ])('gets all of it anew when %s', async (_, path) => {
    await serve();
    here.state.at = { book: maker.book, cursor: 5 };
    await serve({ [path]: () => null });
    expect(await createPuller()()).toEqual({ outcome: ok, changed: true });
    expect(asked('/v1/book')).toBe(1);
    expect(here.state.at?.cursor).toBe(1200);
  });

  it('doesn’t turn in circles when the store gives a book and then won’t give its pages', async () => {
    await serve({ '/v1/pages/': () => null });
    expect((await createPuller()()).outcome).toEqual({ kind: 'server-error' });
    expect(asked('/v1/book')).toBe(1);
  });

  it('doesn’t follow a page that promises more and gives nothing', async () => {
    await serve();
    await createPuller()();
    await serve({ '/v1/pages/': () => maker.sealedPage(1, { full: true, to: 1200 }) });
    expect((await createPuller()()).outcome).toEqual({ kind: 'server-error' });
    expect(here.state.at?.cursor).toBe(1200);
  });

  it('gets all of it anew when the store was put back to an older state', async () => {
    await serve();
    here.state.at = { book: maker.book, cursor: 1900 };
    expect(await createPuller()()).toEqual({ outcome: ok, changed: true });
    expect(asked('/v1/book')).toBe(1);
    expect(here.state.at?.cursor).toBe(1200);
  });

  it('applies nothing that isn’t a page, or was cut, or is another page played again', async () => {
    await serve();
    await createPuller()();
    maker.change({ number: 1, points: 3 });
    const whole = await maker.sealedPage(1);
    for (const bytes of [new Uint8Array(9), whole.slice(0, -1), await maker.sealedPage(0)]) {
      await serve({ '/v1/pages/': () => bytes });
      expect((await createPuller()()).outcome).toEqual({ kind: 'server-error' });
    }
    expect(here.state.at?.cursor).toBe(1200);
  });

  it('fetches damaged blocks by themselves, and keeps what isn’t mended for the next time', async () => {
    await serve();
    await createPuller()();
    here.state.damaged = [0, 2];
    await serve({ '/v1/blocks/cards/2': () => new Uint8Array(3) });
    expect(await createPuller()()).toEqual({ outcome: { kind: 'server-error' }, changed: true });
    expect(here.state.damaged).toEqual([2]);
    await serve();
    expect(await createPuller()()).toEqual({ outcome: ok, changed: true });
    expect(here.state.damaged).toEqual([]);
  });

  it('asks nothing while nobody is signed in', async () => {
    keys = null;
    await serve();
    expect(await createPuller()()).toEqual({ outcome: { kind: 'signed-out' }, changed: false });
    expect(server.received).toEqual([]);
  });

  it('is one for all who ask while it is on its way', async () => {
    await serve();
    const pull = createPuller();
    await Promise.all([pull(), pull(), pull()]);
    expect(asked('/v1/book')).toBe(1);
    await pull();
    expect(asked('/v1/pages/')).toBe(2);
  });

  it('takes no book that isn’t one', async () => {
    await serve({ '/v1/book': () => new TextEncoder().encode('{"packs":"none"}') });
    expect((await createPuller()()).outcome).toEqual({ kind: 'server-error' });
    expect(here.state.at).toBeNull();
  });
});
