import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSWORD } from '../support/people';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from '../support/rep-browser';
import { reps, startWorld, type World } from '../support/world';

let world: World;
let browser: RepBrowser;

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

it('asks the browser at sign-in to keep what Heed stores, and says what lies there and whether it stays', async () => {
  const options = await browser.context.newPage();
  await options.addInitScript(() => {
    const { persist } = StorageManager.prototype;
    StorageManager.prototype.persist = function (this: StorageManager) {
      document.documentElement.dataset.asked = 'yes';
      return persist.call(this);
    };
  });
  await options.goto(`chrome-extension://${browser.extensionId}/options.html`);
  const asked = () => options.evaluate(() => document.documentElement.dataset.asked ?? 'no');
  const opened = browser.context.waitForEvent('page', (page) => page.url().includes('/sign-in'));
  await options.getByRole('button', { name: 'Sign in' }).click();
  const page = await opened;
  expect(await asked()).toBe('no');
  await page.getByLabel('E-mail').fill(reps.ana);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(asked, { timeout: 20_000 }).toBe('yes');

  await browser.call('sync.now', {});
  const state = await browser.call('storage.state', {});
  expect(state.usage).toBeGreaterThan(0);
  // Chromium exempts extensions with `unlimitedStorage`, whatever it answers.
  expect(state.exempt).toBe(true);
  const device = options.getByRole('region', { name: 'On this computer' });
  await expect
    .poll(() => device.innerText(), { timeout: 15_000 })
    .toMatch(/about (under 1|\d+) MB on this computer/);
  expect(await device.innerText()).toMatch(/has promised to keep it|doesn’t clear what extensions/);
});
