import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from '../support/rep-browser';
import { sidebarOf } from '../support/sidebar';
import { stopWorker } from '../support/stop-worker';
import { reps, startWorld, type World } from '../support/world';
import { callFromPanel, isolatedWorld } from './isolated-world';

const A = 'C-00202';
const refused = { ok: false, error: { code: 'not-allowed' } };

let world: World;
let browser: RepBrowser;

async function openCustomer(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
  await expect.poll(() => page.frames().length, { timeout: 15_000 }).toBeGreaterThan(1);
  await sidebarOf(page).shows(world.customer(A).name);
  return page;
}

async function worldIn(page: Page) {
  const found = await isolatedWorld(page);
  if (!found) throw new Error('No content script of ours in this page');
  return found;
}

type ExtensionApi = {
  chrome: {
    permissions: { remove(p: { origins: string[] }): Promise<boolean> };
    tabs: {
      query(q: { active?: boolean }): Promise<{ id?: number }[]>;
      sendMessage(tabId: number, message: unknown): Promise<unknown>;
    };
  };
};

async function worker(): Promise<Worker> {
  return browser.context.serviceWorkers()[0] ?? browser.context.waitForEvent('serviceworker');
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('the sidebar in a page', () => {
  it('stays paired and saves each word though the worker is stopped under it', async () => {
    const page = await openCustomer();
    const sidebar = sidebarOf(page);
    await sidebar.write('Before. ');
    await sidebar.saved();
    await stopWorker(browser.context, browser.extensionId);
    await page.bringToFront();
    await sidebar.write('After.');
    await sidebar.saved();
    await page.reload();
    await expect.poll(() => page.frames().length, { timeout: 15_000 }).toBeGreaterThan(1);
    await expect.poll(() => sidebarOf(page).summary(), { timeout: 15_000 }).toBe('Before. After.');
    await page.close();
  });

  it('gets nothing as a tab of its own', async () => {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/sidebar.html`);
    const reply = await page.evaluate(() =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
      ).chrome.runtime.sendMessage({ heed: 1, method: 'sidebar.view', input: {} }),
    );
    expect(reply).toEqual(refused);
    await page.close();
  });
});

describe('the content script', () => {
  it('may report and invite, and nothing else', async () => {
    const page = await openCustomer();
    const { call } = await worldIn(page);
    expect(await call('frame.invite')).toMatchObject({ ok: true });
    for (const method of [
      'sidebar.view',
      'organisation.get',
      'outbox.list',
      'outbox.export',
      'account.signOut',
    ])
      expect(await call(method)).toEqual(refused);
    await page.close();
  });

  it('opens the side panel by a person’s click only; there the same customer stands', async () => {
    // Playwright's own look at a page counts as a click there: this one it hasn't looked at.
    const untouched = await browser.context.newPage();
    await untouched.goto(`${world.crmUrl}/`);
    expect(await (await worldIn(untouched)).call('panel.open')).toMatchObject({ ok: false });
    await untouched.close();
    const page = await openCustomer();
    const { call } = await worldIn(page);
    expect(await call('panel.open', {}, { click: true })).toEqual({ ok: true, value: {} });
    const [tab] = await (await worker()).evaluate(() =>
      (globalThis as unknown as ExtensionApi).chrome.tabs.query({ active: true }),
    );
    const view = () => callFromPanel(page, 'sidebar.view', { tabId: tab?.id });
    await expect
      .poll(view, { timeout: 10_000 })
      .toMatchObject({ ok: true, value: { page: { state: 'customer', name: world.customer(A).name } } });
    expect(await callFromPanel(page, 'page.report', { state: 'nobody', seq: 1 })).toEqual(refused);
    await page.close();
  });

  it('does not come into the store’s own pages', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${world.storeUrl}/sign-in`);
    expect(await isolatedWorld(page)).toBeNull();
    await page.close();
  });

  it('ends in pages that are open once the grant is withdrawn, and stays out of pages opened later', async () => {
    const page = await openCustomer();
    const { call } = await worldIn(page);
    const [tab] = await (await worker()).evaluate(() =>
      (globalThis as unknown as ExtensionApi).chrome.tabs.query({ active: true }),
    );
    const view = () => callFromPanel(page, 'sidebar.view', { tabId: tab?.id });
    await expect.poll(view, { timeout: 10_000 }).toMatchObject({ value: { page: { state: 'customer' } } });
    const frames = () => page.frames().length;
    expect(frames()).toBeGreaterThan(1);
    await (await worker()).evaluate(() =>
      (globalThis as unknown as ExtensionApi).chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }),
    );
    await expect.poll(() => call('frame.invite'), { timeout: 5000 }).toEqual(refused);
    await expect.poll(frames, { timeout: 5000 }).toBe(1);
    expect(await view()).toMatchObject({ value: { page: { state: 'blank' } } });
    await page.evaluate(() => document.body.append('a change that somebody might look at'));
    const answered = (await worker()).evaluate(
      async (question) => {
        const { tabs } = (globalThis as unknown as ExtensionApi).chrome;
        const ids = (await tabs.query({})).map(({ id }) => id);
        const answers = ids.map((id) => tabs.sendMessage(id ?? 0, question).catch(() => 'nobody'));
        return [...new Set(await Promise.all(answers))];
      },
      { heed: 1, ask: 'identity' },
    );
    expect(await answered).toEqual(['nobody']);
    const later = await browser.context.newPage();
    await later.goto(`${world.crmUrl}/customers/${A}`);
    expect(await isolatedWorld(later)).toBeNull();
    expect(await browser.call('settings.get', {})).toMatchObject({ sites: [], grantedOrigins: [] });
  });
});
