import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPanel } from '../support/panel';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from '../support/rep-browser';
import { sidebarOn } from '../support/sidebar';
import { reps, startWorld, type World } from '../support/world';

declare global {
  /** what stands for an older Heed's hold on the notes; there only inside the page */
  var older: IDBDatabase;
}

const BLOCKED = 'An older Heed is still open in this browser and holds the notes.';
const TIMEOUT = { timeout: 20_000 };

let world: World;
let browser: RepBrowser;

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const own = (path: string) => `chrome-extension://${browser.extensionId}/${path}`;

/** Puts the first version of the notes' database in the place of today's, and holds it. */
const hold = (on: Page) =>
  on.evaluate(async () => {
    // The one is asked for right behind the other: nothing comes in between.
    indexedDB.deleteDatabase('heed-notes');
    const request = indexedDB.open('heed-notes', 10);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore('drafts', { keyPath: 'noteId' }).createIndex('userId', 'userId');
      const outbox = db.createObjectStore('outbox', { keyPath: 'id' });
      for (const index of ['userId', 'noteId']) outbox.createIndex(index, index);
      db.createObjectStore('userKeys', { keyPath: 'userId' });
      db.createObjectStore('meta', { keyPath: 'id' });
    };
    globalThis.older = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  });

it('notes that an older Heed holds are said to be held, and shown by themselves once it lets go', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}/customers/C-00202`);
  await (await sidebarOn(page)).shows(world.customer('C-00202').name);
  const elsewhere = await browser.context.newPage();
  // A page of the extension's origin that asks nothing of the background.
  await elsewhere.goto(own('manifest.json'));
  await hold(elsewhere);
  const { text } = await openPanel(page);
  await expect.poll(text, TIMEOUT).toContain(BLOCKED);
  expect(await text()).toContain('What was saved is safe');
  // What doesn't need the notes is answered all the same.
  expect(await browser.call('look.get', {})).toMatchObject({ isPrivate: false });
  await elsewhere.evaluate(() => globalThis.older.close());
  await expect.poll(text, TIMEOUT).not.toContain(BLOCKED);
  await expect.poll(text, TIMEOUT).toContain('Sign in');
  expect(await browser.call('sync.state', {})).toMatchObject({ unsent: 0 });
});
