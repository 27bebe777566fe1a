import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { createTransport } from '@/lib/sync/network/transport';
import { type BookMaker, createBookMaker } from '@/tests/support/book-maker';
import {
  type Answer,
  type LoopbackServer,
  startLoopbackServer,
  wireError,
} from '@/tests/support/loopback-server';
import { makePull } from '@/tests/support/make-pull';
import { makeSession } from '@/tests/support/makers';
import { createExclusive } from '@/tests/support/memory-area';
import { createMemoryBook } from '@/tests/support/memory-book';
import { openAccount, scriptStore } from '@/tests/support/scripted-store';
import { type BookAnswers, serveBook } from '@/tests/support/serve-book';

const NOW = new Date('2026-11-22T09:00:00Z');
const keys = await deriveBookKeys(makeSession().lookupKey);
const clock = { now: () => NOW };
const ok = { kind: 'ok', value: null };
/** how often one pack is asked for */
const TRIES = 3;

let store: LoopbackServer;
let bucket: LoopbackServer;
let maker: BookMaker;
let answers: BookAnswers;
let here: ReturnType<typeof createMemoryBook>;
let account: ReturnType<typeof openAccount>['account'];
/** which packs were written here, and their bytes */
let written: Map<string, Uint8Array>;

const packOf = ({ path }: { path: string }) => answers(`/v1/packs/${path.split('/')[2]?.split('?')[0]}`);

/** The bucket has what the manifest says. */
const good: Answer = async (request, response) => {
  const bytes = await packOf(request);
  response.writeHead(bytes ? 200 : 404).end(bytes);
};

const fromStore: Answer = async ({ path }, response) => {
  const bytes = path.startsWith('/v1/packs/') ? null : await answers(path);
  response.writeHead(bytes ? 200 : 404).end(bytes);
};

beforeAll(async () => {
  store = await startLoopbackServer();
  bucket = await startLoopbackServer();
});
afterAll(async () => {
  await store.close();
  await bucket.close();
});

beforeEach(async () => {
  maker = createBookMaker(keys);
  maker.change(...Array.from({ length: 300 }, (_, i) => ({ number: i + 1, keys: [BigInt(i)] })));
  answers = await serveBook(maker, 64, { urlOf: (id) => `${bucket.url}/packs/${id}?X-Amz-Signature=ab` });
  here = createMemoryBook();
  written = new Map();
  const { putPack } = here.store;
  here.store.putPack = (pack, bytes, own) => {
    written.set(pack.id, bytes);
    return putPack(pack, bytes, own);
  };
  scriptStore(store, { thing: fromStore });
  bucket.answer(good);
  account = openAccount({ url: store.url, now: () => NOW.getTime() }).account;
  await account.signIn(true);
});

function pull() {
  const transport = createTransport({ fetch, serverUrl: async () => store.url, now: clock.now });
  const exclusive = createExclusive();
  return makePull({ account, transport, book: here.store, exclusive, clock, patience: 300 })();
}

const refreshes = () => store.received.filter(({ body }) => body.includes('refresh_token'));

/** Bytes are what the manifest promised, whoever gave them. */
async function expectWhole() {
  expect(await pull()).toEqual({ outcome: ok, changed: true });
  expect(here.state.at?.cursor).toBe(300);
  for (const [id, bytes] of written) expect(bytes).toEqual(await answers(`/v1/packs/${id}`));
}

describe('packs that lie in a bucket', () => {
  it('are fetched there by the address as it was signed, and never with our token', async () => {
    await expectWhole();
    expect(written.size).toBe(5);
    expect(bucket.received).toHaveLength(5);
    expect(store.received.some(({ path }) => path.startsWith('/v1/packs/'))).toBe(false);
    for (const { path, headers } of bucket.received) {
      expect(path).toContain('?X-Amz-Signature=ab');
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('cookie');
    }
  });

  const redirect: Answer = ({ path }, response) =>
    response.writeHead(302, { Location: store.url + path }).end();

  it.each<[string, Answer, object]>([
    ['401', wireError(401, 'signed-out'), { kind: 'server-error' }],
    ['403', wireError(403, 'not-allowed'), { kind: 'server-error' }],
    ['404', wireError(404, 'not-found'), { kind: 'server-error' }],
    ['410', wireError(410, 'gone'), { kind: 'server-error' }],
    ['429', wireError(429, 'too-many-requests', { 'Retry-After': '86400' }), { kind: 'server-error' }],
    ['500', wireError(500, 'internal'), { kind: 'server-error' }],
    ['503', (_, r) => r.writeHead(503, { 'Retry-After': '86400' }).end(), { kind: 'server-error' }],
    ['a redirect', redirect, { kind: 'offline' }],
    ['a broken connection', (_, response) => response.destroy(), { kind: 'offline' }],
    ['silence', () => {}, { kind: 'offline' }],
  ])('that answers %s says nothing of the store, and the sign-in stays as it was', async (_, fault, end) => {
    bucket.answer(fault);
    expect((await pull()).outcome).toEqual(end);
    expect(written.size).toBe(0);
    expect(refreshes()).toEqual([]);
    expect((await account.bookKeys())?.fingerprint).toBe(keys.fingerprint);
    bucket.answer(good);
    await expectWhole();
  });

  const spoilt =
    (spoil: (bytes: Uint8Array) => Uint8Array): Answer =>
    async (request, response) =>
      response.end(spoil((await packOf(request)) ?? new Uint8Array()));

  it.each<[string, Answer]>([
    ['a byte turned', spoilt((bytes) => bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte)))],
    ['the end cut off', spoilt((bytes) => bytes.subarray(0, -1))],
    ['more than was promised', spoilt((bytes) => Uint8Array.of(...bytes, 0))],
    ['a page of its own', (_, response) => response.end('<!doctype html><title>Not found</title>')],
  ])('with %s are asked for again, then not used', async (_, fault) => {
    bucket.answer(fault);
    expect((await pull()).outcome).toEqual({ kind: 'server-error' });
    expect([written.size, here.state.at]).toEqual([0, null]);
    const paths = bucket.received.map(({ path }) => path);
    expect(paths.filter((path) => path === paths[0])).toHaveLength(TRIES);
    bucket.answer(good);
    await expectWhole();
  });

  it('goes on after one bad answer to each', async () => {
    const seen = new Set<string>();
    bucket.answer((request, response) => {
      const again = seen.has(request.path);
      seen.add(request.path);
      return again ? good(request, response) : response.writeHead(403).end();
    });
    await expectWhole();
  });
});
