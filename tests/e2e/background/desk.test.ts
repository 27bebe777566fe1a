import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWithExtension } from '@/demo/browser/launch-chromium';
import { builds } from '../support/build-extension';
import { PASSWORD } from '../support/people';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from '../support/rep-browser';
import { sendNow } from '../support/send-now';
import { type Sidebar, sidebarOf } from '../support/sidebar';
import { reps, startWorld, type World } from '../support/world';

const A = 'C-00202';

let world: World;
let browser: RepBrowser;

async function openCustomer(): Promise<{ page: Page; sidebar: Sidebar }> {
  const page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
  await expect.poll(() => page.frames().length, { timeout: 15_000 }).toBeGreaterThan(1);
  const sidebar = sidebarOf(page);
  await sidebar.shows(world.customer(A).name);
  return { page, sidebar };
}

/** Signs in at the store's own page, which must ask. */
async function signIn(email: string): Promise<void> {
  const opened = browser.context.waitForEvent('page', (page) => page.url().includes('/sign-in'));
  const done = browser.call('account.signIn', { interactive: true });
  done.catch(() => {}); // awaited below; until then its failure is no news
  const page = await opened;
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await done;
  await browser.call('sync.now', {});
}

/** @param before happens when the note is on disk as a draft */
async function writeAndSave(summary: string, before: () => Promise<void>): Promise<void> {
  const { page, sidebar } = await openCustomer();
  await sidebar.write(summary);
  await sidebar.saved();
  await before();
  await sidebar.press(/Wrap up/);
  await sendNow(browser);
  expect((await browser.call('sync.state', {})).unsent).toBeGreaterThan(0);
  await page.close();
}

/** Summaries in the store, with the author's e-mail address. */
async function inStore(): Promise<string[]> {
  const rows = await world.store.db
    .selectFrom('notes')
    .innerJoin('user', 'user.id', 'notes.author_id')
    .select(['content', 'email'])
    .where('generated', '=', false)
    .execute();
  return rows.map((row) => `${row.email}: ${row.content.summary}`);
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('a sign-in that the store has ended', () => {
  it('takes no note with it: it waits, the sidebar says so, and it goes out once after the next sign-in', async () => {
    await writeAndSave('Saved after the sign-in had run out', async () => {
      for (const table of ['oauthAccessToken', 'oauthRefreshToken', 'session'] as const)
        await world.store.db.deleteFrom(table).execute();
    });
    await expect
      .poll(async () => (await browser.call('sync.state', {})).unlocked, { timeout: 15_000 })
      .toBe(false);
    expect(await inStore()).toEqual([]);
    expect(await browser.call('outbox.list', {})).toMatchObject([{ state: 'waiting' }]);
    await expect(browser.call('account.signIn', { interactive: false })).rejects.toThrow('signed-out');
    await signIn(reps.ana);
    await expect
      .poll(inStore, { timeout: 20_000 })
      .toEqual([`${reps.ana}: Saved after the sign-in had run out`]);
    expect(await browser.call('sync.state', {})).toMatchObject({ unsent: 0, unlocked: true });
  });
});

describe('a browser that was restarted', () => {
  it('is signed in again by itself while the store’s cookie knows the person', async () => {
    const profileDir = await mkdtemp(join(tmpdir(), 'heed-restarted-'));
    const first = await openRepBrowser(world, { email: reps.ben, profileDir });
    await first.close();
    const again = await launchWithExtension({ extensionDir: builds.store, headless: true, profileDir });
    try {
      const options = await again.context.newPage();
      await options.goto(`chrome-extension://${again.extensionId}/options.html`);
      const state = () =>
        options.evaluate(() =>
          (globalThis as unknown as ExtensionApi).chrome.runtime.sendMessage({
            ...{ heed: 1, method: 'sync.state', input: {} },
          }),
        );
      await expect
        .poll(state, { timeout: 15_000 })
        .toMatchObject({ ok: true, value: { unlocked: true, customers: world.customers.length } });
    } finally {
      await again.close();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

describe('two reps at one desk', () => {
  it('the second sees only that there are notes of another; the first’s go out under the first’s name', async () => {
    await writeAndSave('Ana’s, not sent yet', () => world.wire.cut());
    await browser.call('account.signOut', {});
    expect(await browser.call('sync.state', {})).toMatchObject({
      ...{ unsent: 0, unsentOfOthers: 1, customers: 0, unlocked: false },
    });
    await world.wire.restore();

    await signIn(reps.ben);
    expect((await browser.call('organisation.get', {}))?.user.email).toBe(reps.ben);
    expect(await browser.call('sync.state', {})).toMatchObject({
      unsent: 0,
      unsentOfOthers: 1,
      unlocked: true,
    });
    expect(await browser.call('outbox.list', {})).toEqual([]);
    expect((await browser.call('outbox.export', {})).json).not.toContain('Ana’s');
    await browser.call('outbox.retry', {});
    await browser.call('sync.now', {});
    expect(await inStore()).toHaveLength(1);

    await browser.call('account.signOut', {});
    await signIn(reps.ana);
    await expect.poll(inStore, { timeout: 20_000 }).toContain(`${reps.ana}: Ana’s, not sent yet`);
    expect(await browser.call('sync.state', {})).toMatchObject({ unsent: 0, unsentOfOthers: 0 });
  });
});

describe('a rep whose notes can’t be sent', () => {
  it('saves them as a file, a supervisor imports it, and each is stored once when the rep is back', async () => {
    await writeAndSave('Carried over in a file', () => world.wire.cut());
    const { json } = await browser.call('outbox.export', {});
    await browser.call('account.signOut', {});
    await world.wire.restore();

    await signIn(reps.ben);
    await expect(browser.call('notes.import', { json })).rejects.toThrow('not-allowed');
    await browser.call('account.signOut', {});
    await signIn(reps.supervisor);
    const first = await browser.call('notes.import', { json });
    expect(first.results).toEqual([{ position: 1, status: 'stored' }]);
    const again = await browser.call('notes.import', { json });
    expect(again.results).toEqual([{ position: 1, status: 'there-already' }]);

    await browser.call('account.signOut', {});
    await signIn(reps.ana);
    await expect.poll(async () => (await browser.call('sync.state', {})).unsent, { timeout: 20_000 }).toBe(0);
    const stored = (await inStore()).filter((note) => note.includes('Carried over'));
    expect(stored).toEqual([`${reps.ana}: Carried over in a file`]);
  });
});

describe('what the background shows and keeps', () => {
  /** Asks the running background; it may have been started anew since. */
  const inWorker = async <T>(work: () => Promise<T>): Promise<T> => {
    const worker =
      browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent('serviceworker'));
    return worker.evaluate(work);
  };

  it('the toolbar says “at risk” on that tab, and nothing on a list', async () => {
    const { page } = await openCustomer();
    const badges = () =>
      inWorker(async () => {
        const { tabs, action } = (globalThis as unknown as ExtensionApi).chrome;
        const [tab] = await tabs.query({ active: true });
        return [
          await action.getBadgeText({ tabId: tab?.id ?? 0 }),
          await action.getTitle({ tabId: tab?.id ?? 0 }),
        ];
      });
    await expect.poll(badges, { timeout: 5000 }).toEqual(['', 'Heed: At risk']);
    await page.goto(`${world.crmUrl}/?latency=50`);
    await expect.poll(badges, { timeout: 5000 }).toEqual(['', 'Heed']);
    await page.close();
  });

  it('no secret lies where content scripts could read it, nor any on disk outside IndexedDB', async () => {
    const stored = await inWorker(() =>
      (globalThis as unknown as ExtensionApi).chrome.storage.local.get(null),
    );
    // The store's address, what the organisation has set, how many notes wait in which database, and how often which
    // prompt was shown: nothing of anybody's.
    expect(Object.keys(stored).sort()).toEqual(['notes-seen', 'playbookLog', 'policy', 'serverUrl']);
    expect(stored.policy).toEqual({ serverUrl: null, sites: [], badgesInPages: true });
    expect(stored['notes-seen']).toEqual({ clientId: expect.any(String), unsent: 0, lost: null });
  });
});

type ExtensionApi = {
  chrome: {
    runtime: { sendMessage(request: unknown): Promise<unknown> };
    tabs: { query(q: { active: boolean }): Promise<{ id?: number }[]> };
    action: {
      getBadgeText(q: { tabId: number }): Promise<string>;
      getTitle(q: { tabId: number }): Promise<string>;
    };
    storage: { local: { get(keys: null): Promise<Record<string, unknown>> } };
  };
};
