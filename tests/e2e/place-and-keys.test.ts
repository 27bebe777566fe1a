import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chord as press } from './support/chord';
import { inSight } from './support/in-sight';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

let world: World;
let browser: RepBrowser;
let page: Page;
let sidebar: Sidebar;

const TIMEOUT = 15_000;

const chord = () => press(browser.worker);

const placeOf = async () => {
  const element = await sidebar.frame().frameElement();
  return element.boundingBox();
};
const margin = (side: 'left' | 'right') =>
  page.evaluate(
    (s) => getComputedStyle(document.documentElement)[s === 'left' ? 'marginLeft' : 'marginRight'],
    side,
  );

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** A customer's page with a field in it, and all the keys that it hears. */
async function openCustomer(): Promise<void> {
  page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${world.crmUrl}/customers/C-00202?latency=0`);
  sidebar = await sidebarOn(page);
  await sidebar.shows(world.customer('C-00202').name);
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'crm-field';
    document.body.append(field);
    const heard: string[] = [];
    document.addEventListener('keydown', (e) => heard.push(`${e.defaultPrevented ? 'taken ' : ''}${e.key}`));
    Object.assign(globalThis, { heardByCrm: heard });
  });
}

describe('Heed beside a CRM', () => {
  it('takes no keystroke from the CRM while it stands open', async () => {
    await openCustomer();
    await page.locator('#crm-field').click();
    await page.keyboard.type('vnpc?/ very vexed');
    const pressed = ['Alt+v', 'Alt+p', 'Control+Enter', 'Escape', 'F6', 'ArrowLeft'];
    for (const keys of pressed) await page.keyboard.press(keys);
    const heard = await page.evaluate(() => (globalThis as unknown as { heardByCrm: string[] }).heardByCrm);
    expect(heard.filter((key) => key.startsWith('taken '))).toEqual([]);
    const last = ['Alt', 'v', 'Alt', 'p', 'Control', 'Enter', 'Escape', 'F6', 'ArrowLeft'];
    expect(heard).toEqual([...'vnpc?/ very vexed', ...last]);
    expect(await page.locator('#crm-field').inputValue()).toMatch(/^vnpc\?\/ very vexed/);
    expect(await sidebar.summary()).toBe('');
  });

  it('is entered and left by the chord: what is typed goes where the rep is', async () => {
    await page.locator('#crm-field').fill('');
    await page.locator('#crm-field').focus();
    expect(await chord()).toBe('heed');
    await expect.poll(() => sidebar.frame().evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('by keys alone');
    expect(await sidebar.summary()).toBe('by keys alone');
    await inSight(sidebar.frame(), '[data-shortcut=verified]');
    await page.keyboard.press('Alt+v');
    await expect.poll(() => sidebar.text(), { timeout: TIMEOUT }).toContain('The customer');
    expect(await chord()).toBe('page');
    await page.keyboard.type('back');
    expect(await page.locator('#crm-field').inputValue()).toBe('back');
    expect(await sidebar.summary()).toBe('by keys alone');
  });

  it('moves, grows and makes room by keys, without loading anew, and stands there in the next page', async () => {
    const frame = sidebar.frame();
    const loadedAt = await frame.evaluate(() => performance.timeOrigin);
    await sidebar.press('More');
    await frame.getByRole('menuitem', { name: 'Place and size…' }).press('Enter');
    await frame.getByRole('radio', { name: 'Right' }).press('ArrowLeft');
    await frame.getByRole('radio', { name: 'stays as it is' }).press('ArrowLeft');
    await frame.getByRole('slider', { name: 'Width' }).press('End');
    await expect.poll(placeOf, { timeout: TIMEOUT }).toMatchObject({ x: 0, width: 480 });
    await expect.poll(() => margin('left')).toBe('480px');
    await page.keyboard.press('Escape');
    expect(await frame.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
    expect(await sidebar.summary()).toBe('by keys alone');
    await page.reload();
    sidebar = await sidebarOn(page);
    await expect.poll(placeOf, { timeout: TIMEOUT }).toMatchObject({ x: 0, width: 480 });
    await expect.poll(() => margin('left'), { timeout: TIMEOUT }).toBe('480px');
    expect(await sidebar.summary()).toBe('by keys alone');
  });

  it('gives the room back when it folds', async () => {
    await sidebar.frame().getByRole('button', { name: 'Collapse Heed' }).press('Enter');
    await expect.poll(() => margin('left'), { timeout: TIMEOUT }).toBe('0px');
    await sidebar.frame().getByRole('button', { name: /Open/ }).press('Enter');
    await expect.poll(() => margin('left'), { timeout: TIMEOUT }).toBe('480px');
  });

  it('says where it can’t be reached, and loses no word', async () => {
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.append(document.createElement('button'));
      document.body.append(dialog);
      dialog.showModal();
    });
    expect(await chord()).toBe('unreachable');
    expect(await sidebar.summary()).toBe('by keys alone');
  });
});
