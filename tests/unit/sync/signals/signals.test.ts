import { RSABSSA } from '@cloudflare/blindrsa-ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import { createTransport, type Outcome } from '@/lib/sync/network/transport';
import { createSendWaiting } from '@/lib/sync/send-waiting';
import { createBlindToken } from '@/lib/sync/signals/blind-token';
import { createNamelessPost } from '@/lib/sync/signals/nameless-post';
import { createNamedSender, createNamelessSender, createSignals } from '@/lib/sync/signals/signals';
import { createExclusive } from '@/tests/support/memory-area';
import { createMemoryWaiting } from '@/tests/support/memory-waiting';
import { testSeed } from '@/tests/support/test-seed';

const ANA = {
  id: 'https://heed.example.com ana-in-the-store',
  storeUserId: 'ana-in-the-store',
  name: 'Ana Lind',
};
const START = new Date('2026-11-27T12:00:00Z');
const withSignal = z.object({ signal: z.object({ id: z.string() }) });
const SAID = { kind: 'competitor', line: 'They deliver on Sundays' } as const;

// What the store signs in a millisecond takes seconds here, in plain JavaScript on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const suite = RSABSSA.SHA384.PSS.Randomized();
const keys = suite.generateKey({ publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 });
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

type Asked = { path: string; body: unknown; only: string | undefined };

/** A store that signs blindly, and one rep's extension. */
function world({ random = 0.5, refuses = false } = {}) {
  let now = START;
  const asked: Asked[] = [];
  const fetched: Request[] = [];
  let online = true;
  const { waiting, rows, values } = createMemoryWaiting();

  async function answer(path: string, body: unknown): Promise<unknown> {
    const { publicKey, privateKey } = await keys;
    if (path === '/v1/signals/key') {
      const { n, e } = await crypto.subtle.exportKey('jwk', publicKey);
      return { team: 'North', month: now.toISOString().slice(0, 7), publicKey: { kty: 'RSA', n, e } };
    }
    if (path === '/v1/signals/token') {
      const { blinded } = body as { blinded: string };
      const signature = await suite.blindSign(privateKey, new Uint8Array(Buffer.from(blinded, 'base64')));
      return { signature: base64(signature) };
    }
    return {};
  }
  const account = {
    author: async () => ANA,
    state: async () => ({ state: 'signed-in' as const, user: ANA }),
    now: async () => now,
    async request<T>({ path, body }: { path: string; body?: unknown }, only?: string): Promise<Outcome<T>> {
      asked.push({ path, body, only });
      if (!online) return { kind: 'offline' };
      if (refuses && path === '/v1/signals/token')
        return { kind: 'refused', status: 403, code: 'not-allowed' };
      return { kind: 'ok', value: (await answer(path, body)) as T };
    },
  };
  const transport = createTransport({
    fetch: async (url, init) => {
      fetched.push(new Request(String(url), init));
      if (!online) throw new TypeError('no network');
      return Response.json({});
    },
    serverUrl: async () => 'https://heed.example.com',
    now: () => now,
  });
  const clock = { now: () => now };
  const exclusive = createExclusive();
  const tokens = createBlindToken({ account, waiting, exclusive });
  const serverUrl = async () => 'https://heed.example.com';
  const sending = { waiting, exclusive, clock };
  const sendNameless = createSendWaiting({
    ...sending,
    senders: { 'nameless-signal': createNamelessSender({ transport }) },
  });
  let alarm: number | null = null;
  const setAlarm = async (at: number | null) => {
    alarm = at;
  };
  return {
    ...{ tokens, rows, values, asked, fetched, account },
    signals: createSignals({ account, tokens, waiting, serverUrl, clock, random: () => random }),
    /** what goes out with the rest of what this browser sends */
    send: createSendWaiting({ ...sending, senders: { signal: createNamedSender({ account }) } }),
    post: createNamelessPost({ waiting, send: sendNameless, clock, random: () => random, setAlarm }),
    alarm: () => alarm,
    now: () => now.getTime(),
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    cut: (isCut: boolean) => {
      online = !isCut;
    },
  };
}

describe('a signal with a name', () => {
  it('waits for ten seconds, in which it can be taken back, and goes in the name of whoever gave it', async () => {
    const { signals, send, pass, asked, rows } = world();
    const id = await signals.give({ ...SAID, withName: true });
    await send();
    expect(asked).toEqual([]);
    pass(10_000);
    await send();
    expect(asked).toEqual([{ path: '/v1/signals', body: { id, ...SAID, day: '2026-11-27' }, only: ANA.id }]);
    expect(rows()).toEqual([]);
    expect(await signals.takeBack(id)).toBe(false);
  });

  it('on its way can’t be taken back any more; the one behind it can, and stays here', async () => {
    const { signals, send, pass, asked, account, rows } = world();
    const first = await signals.give({ ...SAID, withName: true });
    const second = await signals.give({ ...SAID, line: 'Never mind', withName: true });
    pass(10_000);
    const taken: boolean[] = [];
    const { request } = account;
    account.request = async (what, only) => {
      taken.push(await signals.takeBack(first), await signals.takeBack(second));
      return request(what, only);
    };
    await send();
    expect(taken).toEqual([false, true]);
    expect(asked).toMatchObject([{ body: { line: SAID.line } }]);
    expect(rows()).toEqual([]);
  });

  it('taken back, nothing of it is left', async () => {
    const { signals, send, pass, asked, rows } = world();
    expect(await signals.takeBack(await signals.give({ ...SAID, withName: true }))).toBe(true);
    pass(DAY);
    await send();
    expect([asked, rows()]).toEqual([[], []]);
  });

  it('stays here without a network, and a card number never gets to the disk', async () => {
    const { signals, send, pass, cut, rows } = world();
    cut(true);
    await signals.give({ kind: 'no-sale', line: 'Card 4111 1111 1111 1111 was declined', withName: true });
    pass(HOUR);
    await send();
    expect(rows()).toMatchObject([{ owner: ANA.id, value: { line: 'Card •••• 1111 was declined' } }]);
    cut(false);
    await send();
    expect(rows()).toEqual([]);
  });
});

describe('a signal without a name', () => {
  it('goes by itself, with no sign-in and nothing of who gave it, and the store’s signature holds', async () => {
    const { signals, tokens, send, post, pass, alarm, now, fetched, rows, asked } = world();
    await tokens.fetch();
    const id = await signals.give({ ...SAID, withName: false });
    expect(rows()).toMatchObject([{ id, owner: '' }]);
    const before = asked.length;
    await post.plan();
    pass((alarm() ?? 0) - now());
    await send();
    expect(fetched).toEqual([]);
    await post.ring();
    expect([rows(), alarm()]).toEqual([[], null]);
    expect(asked).toHaveLength(before);
    const [request] = fetched;
    expect(request?.url).toBe('https://heed.example.com/v1/signals/nameless');
    expect(request?.headers.get('authorization')).toBeNull();
    expect(request?.credentials).toBe('omit');
    const text = (await request?.text()) ?? '';
    const body = JSON.parse(text);
    // By the row on disk nobody finds the row in the store.
    expect(body.id).not.toBe(id);
    expect(Object.keys(body).sort()).toEqual(['day', 'id', 'kind', 'line', 'signature', 'team', 'token']);
    for (const trace of [ANA.id, ANA.storeUserId, ANA.name]) expect(text).not.toContain(trace);
    const bytes = (of: string) => new Uint8Array(Buffer.from(of, 'base64'));
    const { publicKey } = await keys;
    expect(await suite.verify(publicKey, bytes(body.signature), bytes(body.token))).toBe(true);
    // What was signed on the rep's sign-in is not what came.
    const shown = JSON.stringify(asked);
    expect(shown).not.toContain(body.token);
    expect(shown).not.toContain(body.signature);
  });

  it('its id tells no time, and it leaves at a moment between ten minutes and a day later', async () => {
    const moments = fc.asyncProperty(fc.double({ min: 0, max: 0.999, noNaN: true }), async (random) => {
      const { signals, tokens, rows } = world({ random });
      await tokens.fetch();
      const id = await signals.give({ ...SAID, withName: false });
      const waits = (rows()[0]?.dueAt ?? 0) - START.getTime();
      const sent = withSignal.safeParse(rows()[0]?.value);
      for (const one of [id, sent.data?.signal.id]) expect(one?.[14]).toBe('4');
      expect(waits).toBeGreaterThanOrEqual(10 * MINUTE);
      expect(waits).toBeLessThan(DAY);
    });
    await fc.assert(moments, { numRuns: 4, seed: testSeed() });
  });

  it('without this month’s token it isn’t taken, and it says why', async () => {
    const early = world();
    expect(await early.signals.state()).toEqual({ nameless: 'not-yet', refused: 0 });
    await expect(early.signals.give({ ...SAID, withName: false })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const other = world({ refuses: true });
    await other.tokens.fetch();
    expect((await other.signals.state()).nameless).toBe('elsewhere');
    await other.tokens.fetch();
    expect(other.asked).toHaveLength(2);
  });

  it('the token is fetched once a month, and an answer lost on the way is asked for again with the same words', async () => {
    const { tokens, asked, cut, pass, signals } = world();
    await tokens.fetch();
    await tokens.fetch();
    expect(asked.map(({ path }) => path)).toEqual(['/v1/signals/key', '/v1/signals/token']);
    pass(31 * DAY);
    expect((await signals.state()).nameless).toBe('not-yet');
    const original = asked.length;
    const lost = tokens.fetch();
    await Promise.resolve();
    await lost;
    expect(asked.slice(original)).toHaveLength(2);
    cut(true);
    pass(31 * DAY);
    await tokens.fetch();
    expect((await signals.state()).nameless).toBe('not-yet');
    cut(false);
    await tokens.fetch();
    expect((await signals.state()).nameless).toBe('ready');
  });

  it('the disk doesn’t say in clear whose token lies there', async () => {
    const { tokens, values } = world();
    await tokens.fetch();
    expect(values.size).toBe(1);
    for (const id of values.keys()) expect(id).not.toContain(ANA.storeUserId);
  });

  it('a token that an older Heed put under its owner’s name still goes, and lies there under no name', async () => {
    const { tokens, values, signals, asked } = world();
    const token = { state: 'ready', team: 'North', month: '2026-11', message: 'AAAA', signature: 'AAAA' };
    for (const owner of [ANA.id, 'ben']) values.set(`token ${owner}`, JSON.stringify(token));
    expect((await signals.state()).nameless).toBe('ready');
    await tokens.fetch();
    expect(asked).toEqual([]);
    expect((await signals.state()).nameless).toBe('ready');
    expect(await tokens.of('ben')).toEqual(token);
    expect([...values.keys()].filter((id) => id.startsWith('token'))).toEqual([]);
    expect(values.size).toBe(2);
  });

  it('of a month that is over no token is left, whoever’s it was', async () => {
    const { tokens, values } = world();
    const token = { state: 'ready', team: 'North', month: '2026-10', message: 'AAAA', signature: 'AAAA' };
    values.set('of-ben', JSON.stringify({ owner: 'ben', token }));
    await tokens.fetch();
    expect([...values.values()].filter((value) => value.includes('ben'))).toEqual([]);
  });
});
