import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import { createTransport } from '@/lib/sync/network/transport';
import { createSendWaiting } from '@/lib/sync/send-waiting';
import { createNamelessPost } from '@/lib/sync/signals/nameless-post';
import { createNamelessSender, createSignals } from '@/lib/sync/signals/signals';
import { createExclusive } from '@/tests/support/memory-area';
import { createMemoryWaiting } from '@/tests/support/memory-waiting';

const SAID = { kind: 'competitor', line: 'They deliver on Sundays' } as const;
const STORE = 'https://heed.example.com';

/** Reps at one desk, each with this month's token, and what leaves it. */
function world({ random = 0.5 } = {}) {
  let now = new Date('2026-11-27T12:00:00Z');
  let user = 'ana';
  let online = true;
  let said: { status: number; body: unknown } = { status: 200, body: {} };
  let alarm: number | null = null;
  const fetched: string[] = [];
  const { waiting, rows } = createMemoryWaiting();
  const clock = { now: () => now };
  const transport = createTransport({
    fetch: async (url) => {
      fetched.push(String(url));
      if (!online) throw new TypeError('no network');
      return Response.json(said.body, { status: said.status });
    },
    serverUrl: async () => STORE,
    now: clock.now,
  });
  const account = {
    author: async () => ({ id: user, storeUserId: user, name: user }),
    now: async () => now,
  };
  const message = () => btoa(user);
  const tokens = {
    of: async () => ({
      ...{ state: 'ready' as const, team: 'North', month: '2026-11', message: message(), signature: 'AAAA' },
    }),
  };
  const send = createSendWaiting({
    ...{ waiting, exclusive: createExclusive(), clock },
    senders: { 'nameless-signal': createNamelessSender({ transport }) },
  });
  const setAlarm = async (at: number | null) => {
    alarm = at;
  };
  return {
    ...{ fetched, rows, waiting },
    signals: createSignals({
      ...{ account, tokens, waiting, clock, serverUrl: async () => STORE, random: () => random },
    }),
    post: createNamelessPost({ waiting, send, clock, random: () => random, setAlarm }),
    alarm: () => alarm,
    now: () => now.getTime(),
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    cut: (isCut: boolean) => {
      online = !isCut;
    },
    signIn: (id: string) => {
      user = id;
    },
    answerNext: (status: number, body: unknown) => {
      said = { status, body };
    },
  };
}

describe('a signal without a name', () => {
  it('one whose moment has passed is given another, so that it doesn’t leave as the browser opens', async () => {
    const { signals, post, pass, alarm, now, fetched, rows } = world({ random: 0.25 });
    await signals.give({ ...SAID, withName: false });
    pass(3 * DAY);
    // The alarm of last week rings at once, or the worker looks what there is.
    await post.ring();
    await post.plan();
    expect(fetched).toEqual([]);
    const waits = (alarm() ?? 0) - now();
    expect(waits).toBeGreaterThanOrEqual(10 * MINUTE);
    expect(waits).toBeLessThanOrEqual(4 * HOUR);
    pass(waits + 30_000);
    await post.ring();
    expect([fetched.length, rows()]).toEqual([1, []]);
  });

  it('that finds no network waits for another moment, not for the network', async () => {
    const { signals, post, pass, cut, alarm, now, fetched, rows } = world();
    await signals.give({ ...SAID, withName: false });
    await post.plan();
    pass((alarm() ?? 0) - now());
    cut(true);
    await post.ring();
    expect(fetched).toHaveLength(1);
    expect((alarm() ?? 0) - now()).toBeGreaterThanOrEqual(10 * MINUTE);
    cut(false);
    await post.ring();
    expect([fetched.length, rows().length]).toEqual([1, 1]);
  });

  it('that the store wouldn’t take is told to its giver and to nobody else at this desk, and gone in the end', async () => {
    const w = world();
    await w.signals.give({ ...SAID, withName: false });
    await w.post.plan();
    w.pass((w.alarm() ?? 0) - w.now());
    const error = { error: { code: 'not-allowed', message: 'No.' } };
    w.answerNext(403, error);
    await w.post.ring();
    expect((await w.signals.state()).refused).toBe(1);
    w.signIn('ben');
    expect((await w.signals.state()).refused).toBe(0);
    await w.signals.throwAway();
    expect(w.rows()).toHaveLength(1);
    w.pass(70 * DAY);
    await w.post.plan();
    expect(w.rows()).toEqual([]);
  });

  it('that a proxy refuses is not refused', async () => {
    const w = world();
    await w.signals.give({ ...SAID, withName: false });
    await w.post.plan();
    w.pass((w.alarm() ?? 0) - w.now());
    w.answerNext(403, '<h1>Blocked</h1>');
    await w.post.ring();
    expect(w.rows()).toMatchObject([{ refused: false }]);
  });

  it('at a sign-out what was refused is gone, and what still has to leave is not', async () => {
    const w = world();
    const id = await w.signals.give({ ...SAID, withName: true });
    await w.signals.give({ ...SAID, withName: false });
    await w.waiting.refuse(id);
    await w.waiting.forgetRefused();
    expect(w.rows()).toMatchObject([{ kind: 'nameless-signal', refused: false }]);
  });

  it('that an older Heed wrote down under the signal’s own id still leaves', async () => {
    const w = world();
    const id = '0192f0c1-0000-4000-8000-000000000001';
    const signal = { ...SAID, id, day: '2026-11-27', team: 'North', token: btoa('ana'), signature: 'AAAA' };
    const row = { id, kind: 'nameless-signal', owner: '', dueAt: w.now() + HOUR } as const;
    await w.waiting.put({ ...row, value: { origin: STORE, signal } });
    await w.post.plan();
    w.pass(HOUR);
    await w.post.ring();
    expect([w.fetched.length, w.rows()]).toEqual([1, []]);
  });
});
