import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemClock } from '@/lib/platform/clock';
import { createUser } from '@/server/auth/create-user';
import { startServer } from '@/server/start-server';
import { pglite, type TestDatabase } from '@/tests/server/support/databases';
import { type DoomedStore, startDoomedStore } from '@/tests/server/support/doomed-store';
import { getTokens } from '@/tests/server/support/oauth-flow';
import { PASSWORD, storeOptions } from '@/tests/server/support/test-store';
import { createRoughWay, type RoughWay } from '@/tests/support/rough-way';
import { type Disk, openDisk } from '../background/disk-page';
import { drain, queueNotes } from './queue-notes';

const rep = { email: 'rep@example.org', password: PASSWORD };
const EDIT = '01939000-0000-7000-8000-0000000000e1';
/** More than the store takes at once. */
const NOTES = 130;

let disk: Disk;
let database: TestDatabase;
let doomed: DoomedStore | undefined;
/** to whichever store there is now */
let way: RoughWay;
let page: Page;

beforeAll(async () => {
  disk = await openDisk((request, response) => way.answer(request, response));
});
afterAll(() => disk?.close());
beforeEach(async () => {
  database = await pglite.create();
  page = await disk.fresh();
});
afterEach(async () => {
  doomed?.kill();
  await database.drop();
});

const tokenAt = async (url: string) => (await getTokens(url, rep)).access_token;

async function createRep(): Promise<string> {
  const store = await startServer(storeOptions(database));
  const id = await createUser(store.db, { ...rep, name: 'Rep', role: 'rep', team: '' }, systemClock.now());
  await store.close();
  return id;
}

/** Sends to a store that dies when it has written the first batch. @returns how the rep's browser takes it */
async function pushToDoomed(userId: string): Promise<string> {
  doomed = await startDoomedStore(database);
  way = createRoughWay(doomed.url);
  const token = await tokenAt(doomed.url);
  const end = await page.evaluate(
    async ([user, bearer]) => (await heed.openDesk(user).push(bearer)).outcome.kind,
    [userId, token] as const,
  );
  expect(await doomed.died()).toBe('SIGKILL');
  return end;
}

/** The rep puts right what they wrote first, not knowing whether the store has it. */
const editFirst = (userId: string, noteId: string) =>
  page.evaluate(
    async ([user, note, draft]) => {
      const desk = heed.openDesk(user);
      const row = (await desk.outbox.list(user)).find((e) => e.mutation?.args.noteId === note);
      await desk.edits.beginUnsent(
        { tabId: heed.TAB, writer: 'frame' },
        { draftId: draft, id: row?.id ?? '' },
      );
      await desk.type(draft, 1, { summary: 'Put right' });
      await desk.press(draft, 1);
    },
    [userId, noteId, EDIT] as const,
  );

it('a store killed between commit and answer, twice, has each note of the queue once, and its edit', async () => {
  const storeUserId = await createRep();
  const userId = `store ${storeUserId}`;
  const ids = await queueNotes(page, { userId, token: '' }, NOTES);
  expect(await pushToDoomed(userId)).toBe('offline');
  await editFirst(userId, ids[0] ?? '');
  page = await disk.again(page);
  expect(await pushToDoomed(userId)).toBe('offline');

  const store = await startServer(storeOptions(database));
  try {
    const rows = () => store.db.selectFrom('notes').select(['note_id', 'content', 'version']).execute();
    expect((await rows()).length).toBe(100);
    way = createRoughWay(store.url);
    await drain(page, { userId, token: await tokenAt(store.url) }, 5);
    const said = (await rows()).map((row) => [row.note_id, row.content.summary, row.version]);
    const wanted = ids.map((id, n) => (n === 0 ? [id, 'Put right', 2] : [id, `Note ${n}`, 1]));
    expect(said.sort()).toEqual(wanted.sort());
  } finally {
    await store.close();
  }
});
