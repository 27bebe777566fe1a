import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTcpProxy, type TcpProxy } from '@/demo/network/tcp-proxy';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { manifestSchema } from '@/lib/protocol/manifest';
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

const NOW = Date.parse('2026-11-22T09:00:00Z');
const PATIENCE = 300;
const ok = { kind: 'ok', value: null };
const keys = await deriveBookKeys(makeSession().lookupKey);

let server: LoopbackServer;
let wire: TcpProxy;
let maker: BookMaker;
let answers: BookAnswers;
let here: ReturnType<typeof createMemoryBook>;
/** how a path is answered in place of the store, or null */
let fault: (path: string) => Answer | null;
let valid: Set<string>;
let pull: ReturnType<typeof makePull>;

const answer: Answer = async (request, response) => {
  const own = fault(request.path);
  if (own) return own(request, response);
  const bytes = await answers(request.path);
  if (!bytes) return wireError(410, 'gone')(request, response);
  return response.writeHead(200, { 'x-heed-version': String(maker.version()) }).end(bytes);
};

beforeAll(async () => {
  server = await startLoopbackServer();
  wire = await startTcpProxy({ port: 0, target: Number(new URL(server.url).port) });
});
afterAll(async () => {
  await wire.close();
  await server.close();
});

/** Ana, signed in at the store behind the wire, with nothing of the book. */
async function startPull() {
  const now = () => NOW;
  const clock = { now: () => new Date(NOW) };
  const url = `http://127.0.0.1:${wire.port}`;
  const { account } = openAccount({ url, now });
  await account.signIn(true);
  const book = here.store;
  const exclusive = createExclusive();
  const request: typeof account.request = (asked, only) =>
    account.request({ timeoutMs: PATIENCE * 4, ...asked }, only);
  const transport = createTransport({ fetch, serverUrl: async () => url, now: clock.now });
  const asking = { request, bookKeys: account.bookKeys };
  return makePull({ account: asking, transport, book, exclusive, clock, patience: PATIENCE });
}

beforeEach(async () => {
  maker = createBookMaker(keys);
  maker.change(...Array.from({ length: 900 }, (_, i) => ({ number: 10 * i + 1, keys: [BigInt(i)] })));
  answers = await serveBook(maker);
  maker.change({ number: 1, points: 30 });
  fault = () => null;
  await wire.restore();
  here = createMemoryBook();
  ({ valid } = scriptStore(server, { thing: answer }));
  pull = await startPull();
});

const asked = (what: string) => server.received.map((r) => r.path).filter((path) => path.startsWith(what));

/** Answers the n-th request for such a path otherwise, and those after it. */
function failAt(what: string, n: number, otherwise: Answer): void {
  let seen = 0;
  fault = (path) => {
    if (!path.startsWith(what)) return null;
    seen += 1;
    return seen >= n ? otherwise : null;
  };
}

const raw =
  (bytes: Uint8Array | string): Answer =>
  (_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(bytes);
/** The right answer, spoilt on the way. */
const spoilt =
  (spoil: (bytes: Uint8Array) => Uint8Array): Answer =>
  async ({ path }, response) =>
    response.end(spoil((await answers(path)) ?? new Uint8Array()));
const turned = (bytes: Uint8Array) =>
  bytes.map((byte, i) => (i === Math.floor(bytes.length / 2) ? byte ^ 1 : byte));

const portal = raw('<!doctype html><title>Welcome to the hotel</title>');
const empty = raw('');
const hanging: Answer = () => {};
const hangingInTheMiddle: Answer = (_, response) => {
  response.writeHead(200, { 'Content-Length': 1000 });
  response.write('begun');
};
const later = wireError(429, 'too-many-requests', { 'Retry-After': '7' });
const down: Answer = (_, response) => response.writeHead(503, { 'Retry-After': '120' }).end();

const TURNED = 'it with a byte turned';
const CUT = 'it cut short';

const faults: [string, Answer, object][] = [
  ['a captive portal’s page with 200', portal, { kind: 'server-error' }],
  ['nothing with 200', empty, { kind: 'server-error' }],
  [TURNED, spoilt(turned), { kind: 'server-error' }],
  [CUT, spoilt((bytes) => bytes.subarray(0, -1)), { kind: 'server-error' }],
  ['403', wireError(403, 'not-allowed'), { kind: 'refused', status: 403, code: 'not-allowed' }],
  ['404', wireError(404, 'not-found'), { kind: 'refused', status: 404, code: 'not-found' }],
  ['429 with Retry-After', later, { kind: 'retry-later', afterMs: 7000 }],
  ['500', wireError(500, 'internal'), { kind: 'server-error' }],
  ['503 with Retry-After', down, { kind: 'retry-later', afterMs: 120_000 }],
  ['a broken connection', (_, response) => response.destroy(), { kind: 'offline' }],
  ['silence', hanging, { kind: 'offline' }],
  ['half an answer, then silence', hangingInTheMiddle, { kind: 'offline' }],
];

describe('a pull that gets', () => {
  const at = [
    ['/v1/book', 1],
    ['/v1/packs/', 3],
    ['/v1/pages/', 1],
  ] as const;
  const table = faults.flatMap(([name, otherwise, outcome]) =>
    at.map(([what, n]) => ({ name, what, n, otherwise, outcome })),
  );
  // A manifest is proven by what it names: packs by their digest, blocks by their place.
  const proven = table.filter(({ name, what }) => what !== '/v1/book' || name !== TURNED);

  it.each(proven)(
    '$name for $what uses nothing of it, and goes on where it was when all is well',
    async ({ what, n, otherwise, outcome }) => {
      failAt(what, n, otherwise);
      expect((await pull()).outcome).toEqual(outcome);
      expect(here.state.at?.cursor).toBe(what === '/v1/pages/' ? 900 : undefined);
      const good = [...here.state.packs];
      fault = () => null;
      const before = asked('/v1/packs/').length;
      expect(await pull()).toEqual({ outcome: ok, changed: true });
      expect(here.state.at?.cursor).toBe(901);
      const again = asked('/v1/packs/').slice(before);
      expect(again.filter((path) => good.some((id) => path.endsWith(id)))).toEqual([]);
    },
  );

  // Whether a block is the one that was asked for is for the disk to say, which opens it.
  it.each(faults.filter(([name]) => name !== TURNED && name !== CUT))(
    '%s for a damaged block leaves it marked, and mends it when all is well',
    async (_, otherwise, outcome) => {
      await pull();
      here.state.damaged = [0];
      failAt('/v1/blocks/', 1, otherwise);
      expect((await pull()).outcome).toEqual(outcome);
      expect(here.state.damaged).toEqual([0]);
      fault = () => null;
      expect(await pull()).toEqual({ outcome: ok, changed: true });
      expect(here.state.damaged).toEqual([]);
    },
  );

  it.each([
    ['the store has not', wireError(404, 'not-found')],
    ['comes as something else each time', portal],
  ])('one damaged block that %s holds back no other', async (_, otherwise) => {
    await pull();
    here.state.damaged = [0, 1];
    fault = (path) => (path.startsWith('/v1/blocks/cards/0') ? otherwise : null);
    const end = await pull();
    expect(end.changed).toBe(true);
    expect(end.outcome.kind).not.toBe('ok');
    expect(here.state.damaged).toEqual([0]);
  });

  it('one pack in the place of another, played again, uses neither', async () => {
    let first: string | null = null;
    fault = (path) => {
      if (!path.startsWith('/v1/packs/')) return null;
      first ??= path;
      const replayed = first;
      return async (_, response) => response.end(await answers(replayed));
    };
    expect((await pull()).outcome).toEqual({ kind: 'server-error' });
    expect(here.state.packs.size).toBeLessThanOrEqual(1);
  });

  it('yesterday’s page again and again never puts it into today’s book, and takes the book anew once', async () => {
    const yesterday = await answers(`/v1/pages/0?book=${maker.book}`);
    maker.change({ number: 1, points: 60 });
    await pull();
    expect(here.state.at?.cursor).toBe(902);
    const before = asked('/v1/book').length;
    failAt('/v1/pages/', 1, raw(yesterday ?? ''));
    expect(await pull()).toEqual({ outcome: ok, changed: true });
    expect(here.state.at?.cursor).toBe(901);
    await pull();
    expect(asked('/v1/book').length - before).toBe(1);
  });

  it('401 in the middle has its token renewed once for all, and goes on', async () => {
    let packs = 0;
    fault = (path) => {
      if (path.startsWith('/v1/packs/')) packs += 1;
      if (packs === 2) valid.delete('A1');
      return null;
    };
    expect(await pull()).toEqual({ outcome: ok, changed: true });
    const refreshed = server.received.filter((r) => r.body.includes('refresh_token'));
    expect(refreshed).toHaveLength(1);
    const good = asked('/v1/packs/');
    expect(good.length - new Set(good).size).toBeLessThanOrEqual(4);
  });

  it('a manifest that is superseded under it goes on with the next, and fetches only what differs', async () => {
    failAt('/v1/packs/', 3, wireError(404, 'not-found'));
    await pull();
    const good = [...here.state.packs];
    maker.change({ number: 9000, points: 10 });
    answers = await serveBook(maker);
    fault = () => null;
    const before = asked('/v1/packs/').length;
    expect(await pull()).toEqual({ outcome: ok, changed: true });
    const again = asked('/v1/packs/').slice(before);
    expect(good.length).toBeGreaterThan(0);
    expect(again.filter((path) => good.some((id) => path.endsWith(id)))).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5])('only %i sixths of it before the wire is cut, resumes', async (sixths) => {
    const manifest = new TextDecoder().decode((await answers('/v1/book')) ?? new Uint8Array());
    const { packs } = manifestSchema.parse(JSON.parse(manifest));
    const bytes = packs.reduce((sum, pack) => sum + pack.bytes, 0);
    const cut = wire.cutAfter(Math.floor((bytes * sixths) / 6));
    expect((await pull()).outcome).toEqual({ kind: 'offline' });
    await cut;
    const good = [...here.state.packs];
    await wire.restore();
    const before = asked('/v1/packs/').length;
    expect(await pull()).toEqual({ outcome: ok, changed: true });
    const again = asked('/v1/packs/').slice(before);
    expect(again.filter((path) => good.some((id) => path.endsWith(id)))).toEqual([]);
    expect(here.state.at?.cursor).toBe(901);
  });
});
