import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GeneratedCustomer } from '@/demo/organisation/generated';
import { type CountedKeys, countedKeys } from './support/counted-keys';
import { inSight } from './support/in-sight';
import { faceOf, looksWell } from './support/looks-well';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { spokenWords } from './support/spoken-words';
import { takePicture } from './support/tour-picture';
import { knownUnhappyCustomer } from './support/unhappy-customer';
import { reps, startWorld, type World } from './support/world';

const TIMEOUT = 40_000;
const said = spokenWords();

function heard(number: string, name: string, phone: string, answer: typeof said.billed): GeneratedCustomer {
  const unhappy = knownUnhappyCustomer(number, { name, phone, email: null });
  const responses = unhappy.responses.map((r) => ({ ...r, score: answer.score, verbatim: answer.words }));
  return { ...unhappy, responses };
}
const FINE: GeneratedCustomer = {
  ...heard('C-09101', 'Alice Novak', '+44 1632 960981', said.pleased),
  ...{ since: '2015-03-01', contract: 'longer' as const },
};
const BILLED = heard('C-09102', 'Marta Kowalczyk', '+44 1632 960982', said.billed);
const MOTHER = heard('C-09103', 'Vera Holm', '+44 1632 960983', said.letDown);
const SON = heard('C-09104', 'Nils Holm', '+44 1632 960983', said.letDown);

let world: World;
let browser: RepBrowser;
let page: Page;
let sidebar: Sidebar;
let keys: CountedKeys;

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect], extra: [FINE, BILLED, MOTHER, SON] });
  browser = await openRepBrowser(world, { email: reps.ana });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** The CRM opens it: for that the rep presses nothing in Heed. */
async function open(path: string): Promise<void> {
  await page?.close();
  page = await browser.context.newPage();
  keys = countedKeys(page, browser);
  await page.goto(`${world.crmUrl}${path}`);
  sidebar = await sidebarOn(page);
}

const says = (text: RegExp | string) => expect.poll(() => sidebar.text(), { timeout: TIMEOUT }).toMatch(text);
const focused = () =>
  sidebar.frame().evaluate(() => {
    const at = document.activeElement;
    return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim();
  });
const standsAt = (name: RegExp | string) => expect.poll(focused, { timeout: TIMEOUT }).toMatch(name);

const notesOf = async ({ number }: GeneratedCustomer) => {
  const rows = await world.store.db
    .selectFrom('notes')
    .select(['content', 'moves'])
    .where('customer_id', '=', world.customer(number).id)
    .where('generated', '=', false)
    .execute();
  return rows;
};

function report(script: string): number {
  const pressed = keys.pressed();
  console.log(`${script}: ${pressed.length} keys (${pressed.join(', ')})`);
  return pressed.length;
}

describe('by keyboard alone, each key counted', () => {
  it('nothing is wrong: the rep is told so, and presses nothing', async () => {
    await open(`/customers/${FINE.number}`);
    const tab = sidebar.frame().getByRole('button', { name: 'Heed: OK. Open' });
    await tab.waitFor({ timeout: TIMEOUT });
    expect(await sidebar.frame().evaluate(() => innerWidth)).toBeLessThan(40);
    await takePicture(page, 'keys-ok');
    await page.goto(`${world.crmUrl}/`);
    await page.locator('h1').waitFor();
    expect(await browser.call('outbox.list', {})).toEqual([]);
    expect(await notesOf(FINE)).toEqual([]);
    expect(report('nothing wrong')).toBe(0);
  });

  it('a complaint, a promise, an offer: at most 14 besides the summary', async () => {
    await open(`/customers/${BILLED.number}`);
    await sidebar.shows(BILLED.name);
    await inSight(sidebar.frame(), '[data-shortcut=verified]');
    await keys.chord();
    await keys.press('Alt+v');
    await says('Already told us');
    await keys.writeSummary(`“${said.billed.words}” Wants her money back.`);
    await takePicture(page, 'keys-heard');
    await keys.press('Alt+m');
    await says(/Final answer until the end of/);
    await keys.press('Alt+a');
    // The most used stand side by side; which comes first is the organisation's.
    while (!/^Billed twice or wrongly$/.test(await focused())) await keys.press('ArrowRight');
    await keys.press('Enter');
    await keys.press('Alt+o');
    await standsAt(/^Refund the wrong charge/);
    await inSight(sidebar.frame(), ':focus');
    await keys.press('Enter');
    await standsAt('Accepted');
    await inSight(sidebar.frame(), ':focus');
    await keys.press('Enter');
    await standsAt('Reference');
    await takePicture(page, 'keys-offered');
    await keys.press('Alt+r');
    await standsAt(/^Refund the wrong charge/);
    await keys.press('Enter');
    await standsAt('Promise');
    expect(await sidebar.frame().locator('.warning').allInnerTexts(), 'the promise guard').toEqual([]);
    await takePicture(page, 'keys-promised');
    await looksWell(faceOf(page, sidebar.frame()), 'offered-and-promised');
    await keys.press('Control+Enter');
    await says('last note leaves in a moment');
    await says('saved on this computer');
    await standsAt('Summary');
    await takePicture(page, 'keys-saved');
    await sendNow(browser);
    await expect.poll(async () => (await notesOf(BILLED)).length, { timeout: TIMEOUT }).toBe(1);
    await says('0 unsent');
    expect((await notesOf(BILLED))[0]?.content).toMatchObject({
      ...{ caller: 'customer', complaint: true, jurisdiction: 'general', contactReason: 'billed-twice' },
      summary: `“${said.billed.words}” Wants her money back.`,
      promise: { what: 'Refund the wrong charge €25', by: 'Ana Sousa' },
      offers: [{ actionCode: 'refund-charge', amountMinor: 2500, state: 'accepted' }],
    });
    expect(report('complaint, promise, offer')).toBeLessThanOrEqual(14);
  });

  it('a shared line, the wrong one of two chosen, and corrected: at most 20', async () => {
    await open(`/?heed-call=${encodeURIComponent(MOTHER.phone ?? '')}`);
    await says('Several customers share this.');
    await inSight(sidebar.frame(), '.candidate button');
    await keys.chord();
    await says(MOTHER.name);
    await standsAt(/^This one: /);
    await takePicture(page, 'keys-shared-line');
    await keys.press('Enter');
    await keys.writeSummary(said.letDown.words);
    const first = (await sidebar.shown())?.name;
    expect([MOTHER.name, SON.name]).toContain(first);
    await keys.press('Alt+w');
    await standsAt(/^Move here: /);
    await looksWell(faceOf(page, sidebar.frame()), 'wrong-customer');
    await inSight(sidebar.frame(), ':focus');
    await takePicture(page, 'keys-wrong-record');
    await keys.press('Enter');
    await says(`Moved here from`);
    await standsAt('Summary');
    await inSight(sidebar.frame(), '[data-shortcut=verified]');
    await keys.press('Alt+v');
    await says('Already told us');
    await looksWell(faceOf(page, sidebar.frame()), 'moved');
    await takePicture(page, 'keys-moved');
    await keys.press('Control+Enter');
    await sendNow(browser);
    const meant = first === MOTHER.name ? SON : MOTHER;
    await expect.poll(async () => (await notesOf(meant)).length, { timeout: TIMEOUT }).toBe(1);
    const [note] = await notesOf(meant);
    expect(note).toMatchObject({ content: { summary: said.letDown.words, caller: 'customer' } });
    expect(note?.moves).toHaveLength(1);
    expect(report('shared line, wrong record corrected')).toBeLessThanOrEqual(20);
  });
});
