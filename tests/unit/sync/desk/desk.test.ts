import { expect, it } from 'vitest';
import { createDesk } from '@/lib/sync/desk/desk';
import type { Outcome } from '@/lib/sync/network/transport';

const NOTE = '019ab000-0000-7000-8000-0000000000a1';
const REQUEST = '019ab000-0000-7000-8000-0000000000a2';

/** One computer, at which supervisors sign in after one another; the store answers whatever it is told to. */
function computer() {
  let id = 'nora';
  let outcome: Outcome<unknown> = { kind: 'ok', value: { notes: [], next: null, results: [] } };
  const asked: { path: string; only: string | undefined; query?: object; body?: unknown }[] = [];
  const account = {
    author: async () => ({ id, storeUserId: id, name: id }),
    async request<T>({ path, query, body }: { path: string; query?: object; body?: unknown }, only?: string) {
      asked.push({ path, only, ...(query && { query }), ...(body !== undefined && { body }) });
      return outcome as Outcome<T>;
    },
  };
  return {
    ...{ desk: createDesk({ account }), asked },
    signIn: (next: string) => {
      id = next;
    },
    answer: (next: Outcome<unknown>) => {
      outcome = next;
    },
  };
}

it('the list is read in the name of who is signed in, by what was asked and nothing else, and says whose it is', async () => {
  const { desk, asked } = computer();
  const { userId } = await desk.list({ state: 'waiting', why: 'promise', text: '' });
  expect(userId).toBe('nora');
  expect(asked).toEqual([
    { path: '/v1/desk/notes', only: 'nora', query: { state: 'waiting', why: 'promise' } },
  ]);
});

it('all else is done in the name of whom it was shown to, and in nobody else’s', async () => {
  const { desk, asked, signIn } = computer();
  const common = { userId: 'nora', requestId: REQUEST };
  const acts = [
    () => desk.read({ userId: 'nora', noteId: NOTE }),
    () => desk.review({ ...common, noteId: NOTE, version: 1, correction: null }),
    () => desk.exemplary({ ...common, noteId: NOTE, exemplary: true }),
    () => desk.ask({ ...common, noteId: NOTE, version: 1, question: 'Why?' }),
    () => desk.preview({ userId: 'nora', notes: [] }),
    () => desk.publish({ ...common, notes: [] }),
    () => desk.undo({ ...common, of: REQUEST, notes: [] }),
  ];
  for (const act of acts) await act();
  expect(asked.map(({ path }) => path.replace('/v1/desk/', ''))).toEqual([
    ...[`notes/${NOTE}`, `notes/${NOTE}/review`, `notes/${NOTE}/exemplary`, `notes/${NOTE}/ask`],
    ...['publish/preview', 'publish', 'publish/undo'],
  ]);
  expect(asked[1]?.body).toEqual({ requestId: REQUEST, version: 1, correction: null });
  expect(new Set(asked.map(({ only }) => only))).toEqual(new Set(['nora']));
  signIn('abel');
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'identity-changed' });
  expect(asked).toHaveLength(acts.length);
});

it.each<[string, Outcome<unknown>, string]>([
  ['is out of reach', { kind: 'offline' }, 'offline'],
  ['has no such note', { kind: 'refused', status: 404, code: 'not-found' }, 'not-found'],
  ['is no store', { kind: 'server-error' }, 'server-error'],
])('says so where the store %s', async (_, outcome, code) => {
  const { desk, answer } = computer();
  answer(outcome);
  await expect(desk.read({ userId: 'nora', noteId: NOTE })).rejects.toMatchObject({ code });
});
