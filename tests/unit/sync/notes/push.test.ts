import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pushRequestSchema } from '@/lib/protocol/mutation';
import { createTransport } from '@/lib/sync/network/transport';
import { createPush } from '@/lib/sync/notes/push';
import {
  type Answer,
  json,
  type LoopbackServer,
  startLoopbackServer,
  wireError,
} from '@/tests/support/loopback-server';
import { makeMutation } from '@/tests/support/makers';
import { createExclusive } from '@/tests/support/memory-area';
import {
  createMemoryOutbox,
  type MemoryOutbox,
  type MemoryRow,
  makeRow,
} from '@/tests/support/memory-outbox';

let server: LoopbackServer;
let outbox: MemoryOutbox;
let signedIn: string | null;
let now: number;
/** how many notes were left, each time that it was told */
let told: number[];
/** how long it waited before it tried again, in milliseconds */
let pauses: number[];

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

const row = makeRow;
/** What lies in the outbox from now on. */
const fill = (...rows: readonly MemoryRow[]) => {
  outbox = createMemoryOutbox(rows);
};

function push() {
  const clock = { now: () => new Date(now) };
  const transport = createTransport({ fetch, serverUrl: async () => server.url, now: clock.now });
  const onFewer = () => told.push(outbox.rows().length);
  const account = {
    request: transport,
    state: async () =>
      signedIn
        ? ({ state: 'signed-in', user: { id: signedIn, storeUserId: signedIn, name: '' } } as const)
        : ({ state: 'signed-out' } as const),
  };
  const pause = async (ms: number) => void pauses.push(ms);
  const timing = { pause, random: () => 0 };
  return createPush({ account, outbox, exclusive: createExclusive(), clock, onFewer, ...timing })();
}

const idsIn = (body: string) => pushRequestSchema.parse(JSON.parse(body)).mutations.map((m) => m.id);
/** A store that takes every note but those named here. */
function store(rejected: Record<string, string> = {}): Answer {
  return (request, response) => {
    const results = idsIn(request.body).map((id) =>
      rejected[id] ? { id, status: 'rejected', code: rejected[id], message: '' } : { id, status: 'applied' },
    );
    json(200, { results })(request, response);
  };
}
const applied = { status: 'applied' };
const ids = (...numbers: number[]) => numbers.map((n) => makeMutation(n).id);

beforeEach(() => {
  fill(row(0), row(1), row(2));
  signedIn = 'ana';
  now = Date.parse('2026-11-22T09:00:00Z');
  told = [];
  pauses = [];
});

describe('notes on their way', () => {
  it('leave when the store has applied them, or had them already', async () => {
    server.answer((request, response) => {
      const results = idsIn(request.body).map((id, i) => ({ id, status: i === 0 ? 'duplicate' : 'applied' }));
      json(200, { results })(request, response);
    });
    expect(await push()).toEqual({ outcome: { kind: 'ok', value: null }, sent: true, fewer: true });
    expect(outbox.rows()).toEqual([]);
  });

  it('go in batches of a hundred, oldest first', async () => {
    fill(...Array.from({ length: 205 }, (_, n) => row(204 - n)));
    server.answer(store());
    await push();
    expect(server.received.map((r) => idsIn(r.body).length)).toEqual([100, 100, 5]);
    expect(idsIn(server.received[0]?.body ?? '')).toEqual(ids(...Array.from({ length: 100 }, (_, n) => n)));
  });

  it.each([
    ['once a second at most', 400, [100]],
    ['after each batch that takes longer than that', 1500, [300, 200, 100, 0]],
  ])('are counted down while they leave, %s', async (_, msPerBatch, left) => {
    fill(...Array.from({ length: 400 }, (_, n) => row(n)));
    server.answer((request, response) => {
      now += msPerBatch;
      store()(request, response);
    });
    await push();
    expect(told).toEqual(left);
  });

  it('of a long queue go on after an answer that is lost, as long as some leave, and all leave at last', async () => {
    fill(...Array.from({ length: 550 }, (_, n) => row(n)));
    let requests = 0;
    server.answer((request, response) => {
      requests += 1;
      if (requests % 3 === 0) response.destroy();
      else store()(request, response);
    });
    expect(await push()).toEqual({ outcome: { kind: 'ok', value: null }, sent: true, fewer: true });
    expect(outbox.rows()).toEqual([]);
    expect(pauses).toEqual([250, 250]);
  });

  it('of a long queue stop after four failures in a row, and at once where none has left', async () => {
    fill(...Array.from({ length: 250 }, (_, n) => row(n)));
    server.answer((request, response) => {
      if (outbox.rows().length === 250) store()(request, response);
      else response.destroy();
    });
    expect(await push()).toEqual({ outcome: { kind: 'offline' }, sent: true, fewer: true });
    expect(pauses).toEqual([250, 500, 1000]);
    pauses = [];
    expect(await push()).toEqual({ outcome: { kind: 'offline' }, sent: true, fewer: false });
    expect(pauses).toEqual([]);
    expect(outbox.rows()).toHaveLength(150);
  });

  it('are remembered where they are edits, for they may be edited again', async () => {
    const { id, clientId, userId, at, args } = makeMutation(1);
    const edit = { noteId: args.noteId, base: 3, content: args.content };
    const mutation = { id, clientId, userId, at, name: 'editNote', args: edit } as const;
    fill(row(0), row(1, { mutation }), row(2));
    server.answer(store());
    await push();
    expect(outbox.editsSent()).toEqual([id]);
  });

  it('are only the signed-in user’s: another’s are neither sent nor touched', async () => {
    fill(row(0, { userId: 'ben' }), row(1));
    server.answer(store());
    await push();
    expect(server.received.map((r) => idsIn(r.body))).toEqual([ids(1)]);
    expect(outbox.rows().map((r) => r.id)).toEqual(ids(0));
  });

  it('stay where they are while nobody is signed in', async () => {
    signedIn = null;
    server.answer(store());
    expect((await push()).outcome).toEqual({ kind: 'signed-out' });
    expect(server.received).toEqual([]);
    expect(outbox.rows()).toHaveLength(3);
  });

  it('need attention when the store rejects them, and hold up no other', async () => {
    const [bad = ''] = ids(1);
    server.answer(store({ [bad]: 'customer-not-found' }));
    expect((await push()).outcome.kind).toBe('ok');
    expect(outbox.rows()).toMatchObject([{ id: bad, state: 'needs-attention', code: 'customer-not-found' }]);
  });

  it('keep what the store has instead, where it says that', async () => {
    const [late = ''] = ids(1);
    const { content } = makeMutation(9).args;
    const theirs = { version: 4, content, by: 'Ana Lima', at: '2026-11-22T09:00:00.000Z' };
    server.answer((request, response) => {
      const conflict = { status: 'rejected', code: 'note-conflict', message: '', theirs };
      const results = idsIn(request.body).map((id) => ({ id, ...(id === late ? conflict : applied) }));
      json(200, { results })(request, response);
    });
    expect((await push()).outcome.kind).toBe('ok');
    expect(outbox.rows()).toMatchObject([
      { id: late, state: 'needs-attention', code: 'note-conflict', theirs },
    ]);
  });

  it('stay when the answer leaves them out', async () => {
    const [taken] = ids(0);
    server.answer((request, response) => {
      const results = idsIn(request.body).filter((id) => id === taken);
      json(200, { results: results.map((id) => ({ id, ...applied })) })(request, response);
    });
    expect((await push()).outcome).toEqual({ kind: 'server-error' });
    expect(outbox.rows().map((r) => r.id)).toEqual(ids(1, 2));
    expect(server.received).toHaveLength(2);
  });

  it('stay when the answer is about notes that were not sent', async () => {
    fill(row(0), row(1), row(2, { userId: 'ben' }));
    server.answer(json(200, { results: ids(2).map((id) => ({ id, status: 'applied' })) }));
    expect((await push()).outcome).toEqual({ kind: 'server-error' });
    expect(outbox.rows()).toHaveLength(3);
  });

  it.each([
    ['the sign-in is refused', wireError(401, 'signed-out'), 'signed-out'],
    ['the store is busy', wireError(429, 'too-many-requests', { 'Retry-After': '5' }), 'retry-later'],
    ['the store is down for work', wireError(503, 'internal'), 'retry-later'],
    ['we are too old', wireError(426, 'outdated'), 'refused'],
    ['there is no such store', wireError(404, 'not-found'), 'refused'],
    ['something between us forbids it', json(403, 'Blocked by your company'), 'refused'],
    ['the connection breaks', (_: unknown, r: { destroy(): void }) => r.destroy(), 'offline'],
  ] as [string, Answer, string][])(
    'all stay as they are when %s, after one request',
    async (_, answer, kind) => {
      const before = structuredClone(outbox.rows());
      server.answer(answer);
      expect((await push()).outcome.kind).toBe(kind);
      expect(outbox.rows()).toEqual(before);
      expect(server.received).toHaveLength(1);
    },
  );
});

describe('a note that the store chokes on', () => {
  const [bad = ''] = ids(1);
  const choking =
    (answer: Answer): Answer =>
    (request, response) =>
      (idsIn(request.body).includes(bad) ? answer : store())(request, response);

  it.each([
    [400, 'bad-input'],
    [403, 'not-allowed'],
    [409, 'bad-input'],
    [413, 'too-large'],
    [422, 'bad-input'],
  ])('alone needs attention when its batch is refused with %i', async (status, code) => {
    server.answer(choking(wireError(status, code)));
    expect((await push()).outcome.kind).toBe('ok');
    expect(outbox.rows()).toMatchObject([{ id: bad, state: 'needs-attention', code }]);
  });

  it('is found among a hundred by halves: it alone is set aside', async () => {
    fill(...Array.from({ length: 100 }, (_, n) => row(n)));
    server.answer(choking(wireError(422, 'bad-input')));
    expect((await push()).outcome.kind).toBe('ok');
    expect(outbox.rows().map((r) => [r.id, r.state])).toEqual([[bad, 'needs-attention']]);
    expect(server.received.length).toBeLessThan(20);
  });

  it('and is left out of the answer goes behind the others, which all go at once', async () => {
    fill(...Array.from({ length: 250 }, (_, n) => row(n)));
    server.answer((request, response) => {
      const taken = idsIn(request.body).filter((id) => id !== bad);
      const answer = json(200, { results: taken.map((id) => ({ id, ...applied })) });
      (taken.length > 0 ? answer : wireError(500, 'internal'))(request, response);
    });
    expect((await push()).outcome).toEqual({ kind: 'server-error' });
    expect(outbox.rows().map((r) => [r.id, r.state])).toEqual([[bad, 'waiting']]);
  });

  it('needs attention when a proxy finds it too large', async () => {
    server.answer(choking((_, response) => response.writeHead(413).end('<html>')));
    await push();
    expect(outbox.rows()).toMatchObject([{ id: bad, state: 'needs-attention', code: '413' }]);
  });

  it('stays waiting when it makes the store fail, goes behind the others, and they are sent', async () => {
    server.answer(choking(wireError(500, 'internal')));
    expect((await push()).outcome).toEqual({ kind: 'server-error' });
    expect(outbox.rows()).toMatchObject([{ id: bad, state: 'waiting', failures: 1 }]);
    outbox.add(row(7), row(8));
    await push();
    expect(outbox.rows()).toMatchObject([{ id: bad, state: 'waiting', failures: 2 }]);
  });

  it('is not looked for when the store fails for all: three requests, no more', async () => {
    fill(...Array.from({ length: 20 }, (_, n) => row(n)));
    server.answer(wireError(500, 'internal'));
    expect((await push()).outcome).toEqual({ kind: 'server-error' });
    expect(server.received).toHaveLength(3);
    expect(outbox.rows()).toHaveLength(20);
  });

  it('that can’t be opened any more is kept and shown, and the others go', async () => {
    fill(row(0), row(1, { mutation: null }), row(2));
    server.answer(store());
    expect((await push()).outcome.kind).toBe('ok');
    expect(outbox.rows()).toMatchObject([{ id: bad, state: 'needs-attention', code: 'unreadable' }]);
  });
});
