import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GeneratedCustomer } from '@/demo/organisation/generated';
import { faceOf, faceOfPanel, looksWell } from './support/looks-well';
import { openPanel } from './support/panel';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { neverAsked, unhappyByName } from './support/unhappy-customer';
import { reps, startWorld, type World } from './support/world';

const TIMEOUT = 20_000;
const WORDS =
  'Fünfmal angerufen, fünfmal weitergereicht, Donaudampfschifffahrtsgesellschaftskapitänsmützenversandabteilung inbegriffen. ';

function person(number: string, name: string, verbatim: string): GeneratedCustomer {
  const made = unhappyByName(number, name);
  return { ...made, responses: made.responses.map((r) => ({ ...r, verbatim })) };
}
const LONG = person(
  'C-09201',
  'Maximiliane Freifrau von Hohenlohe-Waldenburg-Schillingsfürst-Bartenstein',
  WORDS.repeat(8),
);
const ARABIC = person(
  'C-09202',
  'عبد الرحمن بن محمد الخالدي',
  'اتصلت خمس مرات ولم يساعدني أحد. Ticket 4711!',
);
const PLEASED: GeneratedCustomer = {
  ...person('C-09203', 'Alice Novak', 'All fine.'),
  ...{ since: '2015-03-01', contract: 'longer' as const },
};
const fine = { ...PLEASED, responses: PLEASED.responses.map((r) => ({ ...r, score: 10 })) };
const SILENT = neverAsked('C-09204', 'Ivo Petrov');

let world: World;
let browser: RepBrowser;
let page: Page;
let sidebar: Sidebar;

const looks = (name: string) => looksWell(faceOf(page, sidebar.frame()), name);

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect], extra: [LONG, ARABIC, fine, SILENT] });
  browser = await openRepBrowser(world, { email: reps.ana });
  page = await browser.context.newPage();
});
afterEach(() => world.wire.restore());
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function open({ number }: { number: string }): Promise<void> {
  await page.goto(`${world.crmUrl}/customers/${number}?latency=0`);
  sidebar = await sidebarOn(page);
}

/** Opens somebody, and says that it is they who call. */
async function openVerified(customer: { number: string; name: string }): Promise<void> {
  await open(customer);
  await sidebar.shows(customer.name);
  await sidebar.pressByHand(/^Verified$/);
  await sidebar.says('Already told us');
}

/** The call is over, and the next test begins without one. */
async function wrapUp(): Promise<void> {
  await sidebar.write('Heard.');
  await sidebar.saved();
  await sidebar.press(/Wrap up/);
  await sidebar.says(/saved on this computer/);
  await sendNow(browser);
}

/** As wide as the rep has drawn it (px). */
async function widen(to: 'Home' | 'End'): Promise<void> {
  await sidebar.frame().getByRole('separator').press(to);
}

/** A page at 200 % has half the pixels. */
async function at200Percent(look: () => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: 640, height: 400 });
  await look();
  await page.setViewportSize({ width: 1280, height: 800 });
}

const turn = (dir: 'rtl' | 'ltr') =>
  sidebar.frame().evaluate((to) => {
    document.documentElement.dir = to;
  }, dir);

describe('the sidebar in every state: axe finds nothing in light and dark, and nothing is cut', () => {
  it('a name and words longer than any line, at every width and at 200 %', async () => {
    await openVerified(LONG);
    await looks('long-words');
    await widen('Home');
    await looks('long-words-280');
    await at200Percent(() => looks('long-words-200-percent'));
    await widen('End');
    await looks('long-words-480');
    for (let i = 0; i < 6; i++) await sidebar.frame().getByRole('separator').press('ArrowRight');
    await wrapUp();
  });

  it('words from right to left, in a sidebar that reads either way', async () => {
    await openVerified(ARABIC);
    await looks('arabic');
    await turn('rtl');
    await looks('arabic-rtl');
    await turn('ltr');
    await wrapUp();
  });

  it.each([
    ['OK', fine],
    ['Unknown', SILENT],
  ] as const)('a customer of whom Heed says %s: folded, and opened', async (level, customer) => {
    await open(customer);
    const tab = sidebar.frame().getByRole('button', { name: `Heed: ${level}. Open` });
    await tab.waitFor({ timeout: TIMEOUT });
    await looks(`${level}-folded`);
    await tab.click();
    await sidebar.shows(customer.name);
    await looks(`${level}-open`);
  });

  it('in Spanish, with the call open', async () => {
    await browser.call('look.setLanguage', { language: 'es' });
    await open({ number: 'C-00202' });
    await expect
      .poll(() => sidebar.frame().evaluate(() => document.documentElement.lang), { timeout: TIMEOUT })
      .toBe('es');
    await sidebar.says(/Marta Kowalczyk/);
    await looks('spanish');
    await widen('Home');
    await looks('spanish-280');
    await sidebar.pressByHand(/^Verificado$/);
    await sidebar.says('Ya nos lo contó');
    const line = () =>
      sidebar
        .frame()
        .locator('.caller-check')
        .evaluate((e) => e.clientHeight);
    expect(await line()).toBeLessThan(40);
    await looks('spanish-verified-280');
    for (let i = 0; i < 8; i++) await sidebar.frame().getByRole('separator').press('ArrowLeft');
    await looks('spanish-verified');
    await browser.call('look.setLanguage', { language: 'en' });
    await sidebar.says('Already told us');
    await wrapUp();
  });

  it('without network, with a note that waits', async () => {
    await open({ number: 'C-00202' });
    await sidebar.shows('Marta Kowalczyk');
    await world.wire.cut();
    await sidebar.write('Said while nothing could be sent.');
    await sidebar.saved();
    await sidebar.press(/Wrap up/);
    await sendNow(browser);
    await sidebar.says(/offline/);
    await sidebar.says(/1 unsent/);
    await looks('offline');
  });

  it('nobody open: what to do first', async () => {
    await page.goto(`${world.crmUrl}/`);
    await page.locator('h1').waitFor();
    const panel = await openPanel(page);
    await expect.poll(() => panel.text(), { timeout: TIMEOUT }).toContain('Find caller');
    await looksWell(faceOfPanel(panel), 'nobody-open');
  });

  it('nobody signed in: folded, and opened', async () => {
    await browser.call('account.signOut', {});
    await open({ number: 'C-00202' });
    const tab = sidebar.frame().getByRole('button', { name: 'Open Heed' });
    await tab.waitFor({ timeout: TIMEOUT });
    await looks('signed-out-folded');
    await tab.click();
    await sidebar.says(/Sign in/);
    await looks('signed-out');
  });
});
