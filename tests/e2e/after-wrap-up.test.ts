import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { takePicture } from './support/tour-picture';
import { neverAsked, unhappyByName } from './support/unhappy-customer';
import { reps, startWorld, type World } from './support/world';

const TIMEOUT = 20_000;
const FINE = neverAsked('C-09501', 'Alice Novak');
const HELD = [unhappyByName('C-09502', 'Vera Holm'), unhappyByName('C-09503', 'Nils Holm')];
const NOW = unhappyByName('C-09504', 'Marta Weiss');

let world: World;
let browser: RepBrowser;
let page: Page;
let sidebar: Sidebar;

async function open({ number }: { number: string }): Promise<void> {
  await page.goto(`${world.crmUrl}/customers/${number}?latency=0`);
  sidebar = await sidebarOn(page);
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect], extra: [FINE, ...HELD, NOW] });
  browser = await openRepBrowser(world, { email: reps.ana });
  page = await browser.context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('a call with somebody whom nothing is wrong with', () => {
  const width = () => sidebar.frame().evaluate(() => innerWidth);
  const undo = () =>
    sidebar.frame().getByRole('button', { name: 'Undo: go on with the note on Alice Novak' });

  it('once wrapped up can be undone where it stood, after a page load too, and folds when that is over', async () => {
    await open(FINE);
    await sidebar.frame().getByRole('button', { name: 'Heed: Unknown. Open' }).click({ timeout: TIMEOUT });
    await sidebar.write('Asked about the bill.');
    await sidebar.saved();
    await sidebar.press(/Wrap up/);
    await sidebar.says(/saved on this computer/);
    await page.reload();
    sidebar = await sidebarOn(page);
    await undo().waitFor({ timeout: TIMEOUT });
    expect(await width()).toBeGreaterThan(200);
    await undo().click();
    await expect.poll(() => sidebar.summary(), { timeout: TIMEOUT }).toBe('Asked about the bill.');
    await sidebar.press(/Wrap up/);
    await sidebar.says(/saved on this computer/);
    await expect.poll(async () => (await browser.call('sync.state', {})).undoable).toBe(true);
    expect(await undo().isVisible()).toBe(true);
    expect(await width()).toBeGreaterThan(200);
    await sendNow(browser);
    await expect.poll(width, { timeout: TIMEOUT }).toBeLessThan(40);
  });
});

/** Of each call on hold: whether since when stands there in full. */
const timesInSight = () =>
  sidebar.frame().evaluate(() =>
    [...document.querySelectorAll('.call-tab-since')].map((time) => {
      const [own, room] = [time, time.parentElement ?? time].map((e) => e.getBoundingClientRect());
      return own && room
        ? own.top >= room.top && own.bottom <= room.bottom && own.right <= room.right
        : false;
    }),
  );

/** What stands where the summary is written in: itself, unless something lies over it. */
const atSummary = () =>
  sidebar.frame().evaluate(() => {
    const field = document.querySelector('[data-field=summary] textarea');
    const at = field?.getBoundingClientRect();
    const over = at && document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
    return over === field;
  });

/** Two wait, and a third is on the line. */
async function holdTwo(): Promise<void> {
  for (const one of [...HELD, NOW]) {
    await open(one);
    await sidebar.shows(one.name);
    await sidebar.write('Heard.');
    await sidebar.saved();
    if (one === NOW) return;
    await sidebar.press('More');
    await sidebar.frame().getByRole('menuitem', { name: 'Park this call' }).press('Enter');
    await expect.poll(() => sidebar.summary(), { timeout: TIMEOUT }).toBe('');
  }
}

it('with calls on hold, since when stays to be read, and at 200 % the summary is in sight', async () => {
  await holdTwo();
  for (const language of ['en', 'es'] as const) {
    await browser.call('look.setLanguage', { language });
    await open(FINE);
    await expect.poll(timesInSight, { timeout: TIMEOUT }).toEqual([true, true]);
    await takePicture(page, `hold-${language}`);
    await sidebar.frame().getByRole('separator').press('Home');
    await page.setViewportSize({ width: 640, height: 400 });
    await sidebar.frame().locator('[data-field=summary] textarea').focus();
    await takePicture(page, `hold-200-percent-${language}`);
    expect(await atSummary()).toBe(true);
    expect(await timesInSight()).toEqual([true, true]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await sidebar.frame().getByRole('separator').press('End');
  }
});
