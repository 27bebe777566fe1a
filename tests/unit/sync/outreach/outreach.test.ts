import { describe, expect, it } from 'vitest';
import type { OutreachNext } from '@/lib/protocol/outreach';
import type { Outcome } from '@/lib/sync/network/transport';
import type { About } from '@/lib/sync/notes/calls';
import { createLateResults } from '@/lib/sync/outreach/late-results';
import { createOutreach, createResultSender } from '@/lib/sync/outreach/outreach';
import { createSendWaiting } from '@/lib/sync/send-waiting';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';
import { createMemoryWaiting } from '@/tests/support/memory-waiting';

const NOTE = '019ab000-0000-7000-8000-0000000000f1';
const PLACE = { tabId: 1, writer: 'a' };
const entry = {
  ...{ number: 202, outreachId: '019ab000-0000-7000-8000-0000000000e1', name: 'Marta Kowalczyk' },
  phones: [{ shown: '01632 960202', value: '+441632960202' }],
  ...{ why: null, attempts: 0, wished: false },
  claimedUntil: '2026-11-27T12:10:00.000Z',
  callUntil: '2026-11-27T20:00:00.000Z',
};
const one: OutreachNext = { state: 'one', entry };

type Answers = Record<string, Outcome<unknown>>;
const notFound: Outcome<unknown> = { kind: 'refused', status: 404, code: 'not-found' };
const ok = (value: unknown): Outcome<unknown> => ({ kind: 'ok', value });

function world(first: Answers = {}) {
  let now = new Date('2026-11-27T12:00:00Z');
  let user = 'ana';
  const answers: Answers = {
    '/v1/outreach/next': ok(one),
    '/v1/outreach/calling': ok({ state: 'call', claimedUntil: '2026-11-27T14:00:00.000Z' }),
    '/v1/outreach/result': ok({ state: 'waiting', nextAt: '2026-11-28T09:00:00.000Z' }),
    '/v1/outreach/give-back': ok({}),
    ...first,
  };
  const asked: { path: string; body: unknown; only: string | undefined }[] = [];
  const begun: About[] = [];
  const area = createMemoryArea();
  const { waiting, rows } = createMemoryWaiting();
  const account = {
    author: async () => ({ id: user, storeUserId: user, name: user }),
    now: async () => now,
    async request<T>({ path, body }: { path: string; body?: unknown }, only?: string): Promise<Outcome<T>> {
      asked.push({ path, body, only });
      return (answers[path] ?? { kind: 'server-error' }) as Outcome<T>;
    },
  };
  const clock = { now: () => now };
  const exclusive = createExclusive();
  const outreach = createOutreach({
    ...{ area, exclusive, clock, account, waiting },
    calls: { beginFor: async (_place, about) => void begun.push(about) },
    slots: { card: async () => ({ card: null, damaged: false }) },
  });
  const send = createSendWaiting({
    ...{ waiting, exclusive, clock },
    senders: {
      'outreach-result': createResultSender({ account }),
    },
  });
  return {
    late: createLateResults({ account, waiting }),
    ...{ outreach, send, asked, begun, rows, answers },
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    signIn: (other: string) => {
      user = other;
    },
  };
}
const told = (w: ReturnType<typeof world>) => w.asked.filter(({ path }) => path === '/v1/outreach/result');

describe('whom to call, on a rep’s computer', () => {
  it('is asked for in the rep’s name, and shown to nobody else', async () => {
    const w = world();
    expect(await w.outreach.view()).toEqual({ state: 'idle' });
    expect(await w.outreach.next()).toEqual({ ...one, card: null, noteId: null, told: null });
    expect(w.asked).toMatchObject([{ path: '/v1/outreach/next', only: 'ana' }]);
    expect(await w.outreach.view()).toMatchObject({ state: 'one' });
    w.signIn('ben');
    expect(await w.outreach.view()).toEqual({ state: 'idle' });
  });

  it('nothing of them is on a disk, and after a sign-out nothing anywhere', async () => {
    const w = world();
    await w.outreach.next();
    expect(w.rows()).toEqual([]);
    await w.outreach.clear();
    expect(await w.outreach.view()).toEqual({ state: 'idle' });
  });

  it('without a network there is no list, and a result waits here and goes once, in the name of its caller', async () => {
    const offline: Outcome<unknown> = { kind: 'offline' };
    const w = world();
    await w.outreach.next();
    await w.outreach.begin(PLACE, NOTE);
    w.answers['/v1/outreach/result'] = offline;
    await w.outreach.result({ outcome: 'not-reached', callBackAt: null });
    expect(await w.outreach.view()).toMatchObject({ told: { outcome: 'not-reached', heard: false } });
    expect(JSON.stringify(w.rows())).not.toMatch(/Marta|960202/);
    w.answers['/v1/outreach/next'] = offline;
    expect(await w.outreach.next()).toEqual({ state: 'offline' });
    w.answers['/v1/outreach/result'] = ok({ state: 'waiting', nextAt: null });
    await w.send();
    await w.send();
    expect(w.rows()).toEqual([]);
    const [first, second, ...more] = told(w);
    expect(more).toEqual([]);
    expect(second).toEqual(first);
    expect(second).toMatchObject({ only: 'ana', body: { number: 202, outcome: 'not-reached' } });
  });

  it('a call begins as one that goes out, about their number and no phone', async () => {
    const w = world();
    await w.outreach.next();
    expect(await w.outreach.begin(PLACE, NOTE)).toBe(true);
    expect(w.begun).toEqual([
      {
        noteId: NOTE,
        direction: 'outreach',
        about: { name: 'Marta Kowalczyk', customer: { cardNumber: 202, identifiers: [] } },
      },
    ]);
    expect(await w.outreach.view()).toMatchObject({ noteId: NOTE });
  });

  it('whoever may not be called any more is not, and is not shown', async () => {
    const w = world({ '/v1/outreach/calling': ok({ state: 'not-now' }) });
    await w.outreach.next();
    expect(await w.outreach.begin(PLACE, NOTE)).toBe(false);
    expect([w.begun, await w.outreach.view()]).toEqual([[], { state: 'idle' }]);
  });

  it('somebody left lying is not shown once another may have them, but a call that is on is', async () => {
    const w = world();
    await w.outreach.next();
    w.pass(11 * 60_000);
    expect(await w.outreach.view()).toEqual({ state: 'idle' });
    const calling = world();
    await calling.outreach.next();
    await calling.outreach.begin(PLACE, NOTE);
    calling.pass(60 * 60_000);
    expect(await calling.outreach.view()).toMatchObject({ noteId: NOTE });
  });

  it('a result is told once, however often it is tapped', async () => {
    const w = world();
    await w.outreach.next();
    await w.outreach.begin(PLACE, NOTE);
    await w.outreach.result({ outcome: 'not-reached', callBackAt: null });
    await w.outreach.result({ outcome: 'reached', callBackAt: null });
    expect(told(w)).toHaveLength(1);
    expect(await w.outreach.view()).toMatchObject({
      told: { outcome: 'not-reached', heard: true, nextAt: '2026-11-28T09:00:00.000Z' },
    });
  });

  it.each<[string, Outcome<unknown>[]]>([
    ['at once', [notFound]],
    ['after it waited here', [{ kind: 'offline' }, notFound]],
  ])(
    'a result for what is in other hands by now is told of %s, to its caller alone, until it is read',
    async (_when, said) => {
      const w = world();
      await w.outreach.next();
      for (const [i, answer] of said.entries()) {
        w.answers['/v1/outreach/result'] = answer;
        await (i === 0 ? w.outreach.result({ outcome: 'reached', callBackAt: null }) : w.send());
      }
      expect(await w.late.count()).toBe(1);
      w.answers['/v1/outreach/result'] = ok({ state: 'reached', nextAt: null });
      await w.send();
      expect(told(w)).toHaveLength(said.length);
      w.signIn('ben');
      expect(await w.late.count()).toBe(0);
      await w.late.putAway();
      w.signIn('ana');
      expect(await w.late.count()).toBe(1);
      await w.late.putAway();
      expect([await w.late.count(), w.rows()]).toEqual([0, []]);
    },
  );

  it('nobody is in hand any more whose result the store wouldn’t take', async () => {
    const w = world({ '/v1/outreach/result': notFound });
    await w.outreach.next();
    await w.outreach.result({ outcome: 'reached', callBackAt: null });
    expect(await w.outreach.view()).toEqual({ state: 'idle' });
  });

  it('what a proxy says for the store is no word of the store’s: the result waits, and the list is out of reach', async () => {
    const proxy: Outcome<unknown> = { kind: 'refused', status: 403, code: null };
    const w = world();
    await w.outreach.next();
    w.answers['/v1/outreach/result'] = proxy;
    await w.outreach.result({ outcome: 'reached', callBackAt: null });
    await w.send();
    expect([await w.late.count(), w.rows()]).toMatchObject([0, [{ refused: false }]]);
    expect(await w.outreach.view()).toMatchObject({ told: { heard: false } });
    w.answers['/v1/outreach/next'] = proxy;
    expect(await w.outreach.next()).toEqual({ state: 'offline' });
    w.answers['/v1/outreach/result'] = ok({ state: 'reached', nextAt: null });
    await w.send();
    expect(w.rows()).toEqual([]);
  });

  it('nobody is called back in more than ninety days: it is said before anything is sent', async () => {
    const w = world();
    await w.outreach.next();
    const late = { outcome: 'call-back', callBackAt: '2027-03-01T10:00:00.000Z' } as const;
    await expect(w.outreach.result(late)).rejects.toMatchObject({ code: 'bad-input' });
    expect([told(w), w.rows()]).toEqual([[], []]);
    await w.outreach.result({ ...late, callBackAt: '2027-02-01T10:00:00.000Z' });
    expect(told(w)).toHaveLength(1);
  });

  it('an error of the store is none of “nobody to call”', async () => {
    const w = world({ '/v1/outreach/next': { kind: 'refused', status: 403, code: 'not-allowed' } });
    await expect(w.outreach.next()).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
