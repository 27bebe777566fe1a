import type { RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drain } from './queue-notes';
import { type QueueWorld, startQueueWorld } from './queue-world';

let world: QueueWorld;
let page: Page;
let ids: string[];

beforeAll(async () => {
  world = await startQueueWorld();
});
afterAll(() => world?.close());

const save = (on: Page, userId: string, count: number): Promise<string[]> =>
  on.evaluate(
    async ([user, notes]) => {
      const desk = heed.openDesk(user);
      desk.shows('someone', null);
      const noteIds = Array.from({ length: notes }, () => crypto.randomUUID());
      for (const noteId of noteIds) {
        await desk.type(noteId, 1, { summary: noteId }, { key: 'someone' });
        await desk.press(noteId, 1);
      }
      return noteIds;
    },
    [userId, count] as const,
  );
const push = (on: Page, who: QueueWorld['who']) =>
  on.evaluate(async ({ userId, token }) => {
    const desk = heed.openDesk(userId);
    const { outcome } = await desk.push(token);
    return { kind: outcome.kind, counts: await desk.outbox.counts(userId) };
  }, who);

beforeEach(async () => {
  page = await world.disk.fresh();
  ids = await save(page, world.who.userId, 3);
});

/** Which of the notes the store has, and how often. */
async function stored(): Promise<string[]> {
  return (await world.inStore()).map((n) => n.noteId).filter((id) => ids.includes(id));
}

const answers = (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener => {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};
const ofStore = (code: string) => ({ error: { code, message: 'test' } });

describe('a queue of notes, and an answer that is about none of them', () => {
  it.each<[string, RequestListener, string]>([
    ['401', answers(401, ofStore('signed-out')), 'signed-out'],
    ['403 of something in between', answers(403, 'Blocked'), 'refused'],
    ['404', answers(404, ofStore('not-found')), 'refused'],
    ['409 of something in between', answers(409, {}), 'refused'],
    ['422 of something in between', answers(422, {}), 'refused'],
    ['426', answers(426, ofStore('outdated')), 'refused'],
    [
      '429 with Retry-After',
      answers(429, ofStore('too-many-requests'), { 'retry-after': '7' }),
      'retry-later',
    ],
    ['500', answers(500, ofStore('internal')), 'server-error'],
    ['502 of something in between', answers(502, '<html>'), 'server-error'],
    [
      '503 with a date to come again',
      answers(503, {}, { 'retry-after': new Date().toUTCString() }),
      'retry-later',
    ],
    ['a portal’s page with 200', (_, response) => response.end('<html>Accept our terms'), 'server-error'],
    [
      'an answer about other notes',
      answers(200, { results: [{ id: 'x', status: 'applied' }] }),
      'server-error',
    ],
    [
      'a redirect elsewhere',
      (_, r) => r.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      'offline',
    ],
    ['a store that hangs up', (_, response) => response.destroy(), 'offline'],
    ['a store that hangs', () => {}, 'offline'],
    ['a store that hangs within its answer', (_, response) => void response.write('{'), 'offline'],
  ])('waits whole through %s, and goes out once when that is over', async (_, answer, kind) => {
    world.way.answerInstead(answer);
    expect(await push(page, world.who)).toMatchObject({ kind, counts: { waiting: 3, needsAttention: 0 } });
    expect(await stored()).toEqual([]);
    world.way.answerInstead(null);
    await drain(page, world.who, 2);
    expect((await stored()).sort()).toEqual([...ids].sort());
  });
});

describe('two reps at one desk', () => {
  it('each send their own notes alone, under their own name, from a disk that holds both’s', async () => {
    const token = (await world.store.tokenOf('supervisor')).slice('Bearer '.length);
    const other = { userId: `store ${world.store.users.supervisor}`, token };
    const others = await save(page, other.userId, 2);
    await drain(page, other, 2);
    expect(await stored()).toEqual([]);
    await drain(page, world.who, 2);
    const authors = new Map((await world.inStore()).map((n) => [n.noteId, n.authorId]));
    expect(ids.map((id) => authors.get(id))).toEqual(ids.map(() => world.store.users.rep));
    expect(others.map((id) => authors.get(id))).toEqual(others.map(() => world.store.users.supervisor));
  });
});
