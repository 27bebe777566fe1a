import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faceOf, looksWell } from './support/looks-well';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { knownUnhappyCustomer, neverAsked } from './support/unhappy-customer';
import { reps, startWorld, type World } from './support/world';

const TIMEOUT = 20_000;
const LINE = '+44 1632 960994';
const twin = (number: string) =>
  knownUnhappyCustomer(number, { name: 'Vera Holm', email: null, phone: LINE });
const [SENIOR, JUNIOR] = [twin('C-09401'), twin('C-09422')];
const FINE = neverAsked('C-09404', 'Alice Novak');

let world: World;
let browser: RepBrowser;
let page: Page;
let sidebar: Sidebar;

const looks = (name: string) => looksWell(faceOf(page, sidebar.frame()), name);
const widen = (key: 'Home' | 'End') => sidebar.frame().getByRole('separator').press(key);

/** A record of somebody else, whom nothing is wrong with. */
async function openFine(): Promise<void> {
  await page.goto(`${world.crmUrl}/customers/${FINE.number}?latency=0`);
  sidebar = await sidebarOn(page);
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect], extra: [SENIOR, JUNIOR, FINE] });
  const kind = { account_system: 'demo', account_record_type: 'customer' };
  await world.store.db.updateTable('organisation').set(kind).execute();
  browser = await openRepBrowser(world, { email: reps.ana });
  page = await browser.context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('two customers of one name on one line', () => {
  it('are told apart by how their account numbers end, in English and Spanish, at any width', async () => {
    await page.goto(`${world.crmUrl}/?heed-call=${encodeURIComponent(LINE)}`);
    sidebar = await sidebarOn(page);
    await sidebar.says(/Account …01[\s\S]*Account …22|Account …22[\s\S]*Account …01/);
    expect(await sidebar.text()).not.toContain('9401');
    await sidebar.says('Don’t read it out');
    await looks('same-name');
    await widen('Home');
    await looks('same-name-280');
    await browser.call('look.setLanguage', { language: 'es' });
    await openFine();
    await sidebar.says('Cuenta …01');
    await looks('same-name-spanish-280');
    await browser.call('look.setLanguage', { language: 'en' });
    await openFine();
    await sidebar.says('Account …01');
  });

  it('one of them, on hold, is kept by name, and a folded sidebar says that somebody waits', async () => {
    await sidebar.pressByHand(/^This one: Vera Holm, account number ending in 01/);
    await sidebar.says(/Vera Holm\s*…01/);
    await looks('same-name-chosen-280');
    await sidebar.pressByHand(/^Verified$/);
    await sidebar.write('Wants to know when it works again.');
    await sidebar.frame().getByRole('textbox', { name: 'Promise' }).fill('Call back');
    await sidebar.says(/\b20\d\d\b/);
    await sidebar.saved();
    await sidebar
      .frame()
      .locator('.day-field')
      .evaluate((day) => day.scrollIntoView({ block: 'center' }));
    await looks('promise-day-280');
    await sidebar.press('More');
    await sidebar.frame().getByRole('menuitem', { name: 'Park this call' }).press('Enter');
    await openFine();
    const tab = sidebar.frame().getByRole('button', { name: 'Heed: Unknown. Open. 1 on hold' });
    await tab.waitFor({ timeout: TIMEOUT });
    await looks('folded-on-hold');
    await tab.click();
    await sidebar.says(/Vera Holm\s*…01/);
    await looks('same-name-on-hold-280');
  });
});

describe('a note that is edited', () => {
  it('is left as it was by Cancel or Escape, and what was typed comes back', async () => {
    await page.goto(`${world.crmUrl}/customers/C-00202?latency=0`);
    sidebar = await sidebarOn(page);
    await sidebar.shows('Marta Kowalczyk');
    await world.wire.cut();
    await sidebar.write('Said while nothing could be sent.');
    await sidebar.saved();
    await sidebar.press(/Wrap up/);
    await sendNow(browser);
    await sidebar.press(/unsent/);
    await sidebar.press(/^Edit the note on Marta/);
    await sidebar.write(' And more.');
    await sidebar.saved();
    await looks('edit-280');
    await page.keyboard.press('Escape');
    await sidebar.says('Your changes to the note on Marta Kowalczyk are dropped.');
    await looks('edit-cancelled-280');
    await sidebar.press('Go on editing');
    await expect.poll(() => sidebar.summary(), { timeout: TIMEOUT }).toMatch(/And more\.$/);
    await world.wire.restore();
  });
});
