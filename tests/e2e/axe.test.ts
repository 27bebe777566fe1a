import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './support/axe-violations';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

let world: World;
let browser: RepBrowser;
let page: Page | undefined;
let sidebar: Sidebar;

const violations = (where: Page | Frame) => axeViolations((expression) => where.evaluate(expression));

const widthNeeded = (where: Page | Frame) =>
  where.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** At risk, and nobody has said who is calling. */
async function openCustomer(): Promise<void> {
  if (page) return;
  page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${world.crmUrl}/customers/C-00202?latency=0`);
  sidebar = await sidebarOn(page);
  await sidebar.shows(world.customer('C-00202').name);
}

describe('axe finds nothing', () => {
  it.each(['light', 'dark'] as const)(
    'in the sidebar, from the first look to the wrap-up (%s)',
    async (scheme) => {
      await openCustomer();
      await page?.emulateMedia({ colorScheme: scheme });
      const frame = sidebar.frame();
      expect(await violations(frame), 'not verified').toEqual([]);
      await sidebar.pressByHand(/^Verified$/);
      await expect.poll(() => sidebar.text()).toContain('Already told us');
      expect(await violations(frame), 'verified').toEqual([]);
      await sidebar.press('More');
      expect(await violations(frame), 'menu').toEqual([]);
      await frame.getByRole('menuitem', { name: 'Place and size…' }).press('Enter');
      await frame.getByRole('dialog').waitFor();
      expect(await violations(frame), 'place').toEqual([]);
      await page?.keyboard.press('Escape');
      await sidebar.press('? shortcuts');
      await frame.getByRole('dialog').waitFor();
      expect(await violations(frame), 'shortcuts').toEqual([]);
      await page?.keyboard.press('Escape');
      await sidebar.press('Change');
      await frame.getByRole('menuitem', { name: 'Not verified' }).press('Enter');
    },
  );

  it.each([
    ['options', 'options.html'],
    ['first run', 'welcome.html'],
  ])('in %s, light, dark, in Spanish and from right to left; nothing is cut at 200 %%', async (_, path) => {
    const own = await browser.context.newPage();
    await own.goto(`chrome-extension://${browser.extensionId}/${path}`);
    await own.locator('main, .error-notice').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await own.emulateMedia({ colorScheme });
      expect(await violations(own), colorScheme).toEqual([]);
    }
    await own.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await violations(own), 'forced colours').toEqual([]);
    await own.emulateMedia({ forcedColors: 'none' });
    await browser.call('look.setLanguage', { language: 'es' });
    await own.reload();
    await expect.poll(() => own.evaluate(() => document.documentElement.lang)).toBe('es');
    await own.locator('main, .error-notice').first().waitFor();
    await own.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await violations(own), 'Spanish, rtl').toEqual([]);
    // What a window of 640 pixels has at twice the size.
    await own.setViewportSize({ width: 320, height: 400 });
    expect(await widthNeeded(own)).toBeLessThanOrEqual(0);
    await browser.call('look.setLanguage', { language: 'en' });
    await own.close();
  });

  it('on the store’s page to sign in, in each language, when it refuses too', async () => {
    const own = await browser.context.newPage();
    for (const language of ['en', 'es']) {
      await own.goto(`${world.storeUrl}/sign-in?ui_locales=${language}`);
      expect(await own.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await violations(own)).toEqual([]);
      await own.getByRole('button').click();
      await expect.poll(() => own.getByRole('alert').innerText()).not.toBe('');
      expect(await violations(own)).toEqual([]);
    }
    await own.close();
  });

  it('in the sidebar at its narrowest and in Spanish, and nothing is cut', async () => {
    await browser.call('look.setLanguage', { language: 'es' });
    const frame = sidebar.frame();
    await expect
      .poll(() => frame.evaluate(() => document.documentElement.lang), { timeout: 15_000 })
      .toBe('es');
    await frame.getByRole('separator').press('Home');
    await expect.poll(() => frame.evaluate(() => innerWidth)).toBe(280);
    expect(await violations(frame)).toEqual([]);
    expect(await widthNeeded(frame)).toBeLessThanOrEqual(0);
    await frame.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await violations(frame)).toEqual([]);
    expect(await widthNeeded(frame)).toBeLessThanOrEqual(0);
  });
});
