import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from '../support/rep-browser';
import { type Sidebar, sidebarOn } from '../support/sidebar';
import { reps, startWorld, type World } from '../support/world';

const A = 'C-00202';

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

async function openCustomer(): Promise<{ page: Page; sidebar: Sidebar }> {
  const page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
  const sidebar = await sidebarOn(page);
  await sidebar.shows(world.customer(A).name);
  return { page, sidebar };
}

/** Rows in the background's own database, as another page of the extension finds them. */
const keptRows = async (): Promise<number> => {
  const page = await browser.context.newPage();
  try {
    await page.goto(`chrome-extension://${browser.extensionId}/welcome.html`);
    return await page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('heed-details');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const db = opening.result;
            const counting = db.transaction('details').objectStore('details').count();
            counting.onerror = () => reject(counting.error);
            counting.onsuccess = () => {
              db.close();
              resolve(counting.result);
            };
          };
        }),
    );
  } finally {
    await page.close();
  }
};

it('what a customer told us is there without the store, with its age, until the rep signs out', async () => {
  const first = await openCustomer();
  await first.sidebar.pressByHand('Verified');
  const words = first.sidebar.frame().locator('.verbatim').filter({ visible: true });
  // What the last note says, and what they answered.
  await expect.poll(() => words.count(), { timeout: 15_000 }).toBe(2);
  const said = await words.last().innerText();
  expect(await first.sidebar.text()).not.toContain('store can’t be reached');
  await first.sidebar.saved(); // that the caller is verified, too
  await first.page.close();

  await world.wire.cut();
  const again = await openCustomer(); // still this call, the caller verified
  const text = () => again.sidebar.text();
  await expect.poll(text, { timeout: 30_000 }).toMatch(/as of \d\d:\d\d today; the store can’t be reached/);
  expect(await text()).toContain(said);
  await again.page.close();
  expect(await keptRows()).toBe(1);

  await browser.call('account.signOut', {});
  expect(await keptRows()).toBe(0);
  await world.wire.restore();
});
