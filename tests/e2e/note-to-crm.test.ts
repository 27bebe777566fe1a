import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faceOf, looksWell } from './support/looks-well';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

const A = 'C-00202';
const TIMEOUT = 40_000;

let world: World;
let browser: RepBrowser;
let page: Page;
let sidebar: Sidebar;

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
  page = await browser.context.newPage();
});
afterEach(() => world.wire.restore());
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const focused = () =>
  sidebar.frame().evaluate(() => {
    const at = document.activeElement;
    const label = at?.closest('label')?.textContent ?? at?.getAttribute('aria-label') ?? at?.textContent;
    return label?.trim() ?? '';
  });

/** A key, where the focus is. */
const key = (name: string) => sidebar.frame().locator(':focus, body:not(:has(:focus))').press(name);
const type = (text: string) => sidebar.frame().locator(':focus').pressSequentially(text);

/** What has consequences counts only where the rep could see for half a second what it does. */
const inSight = () => new Promise((resolve) => setTimeout(resolve, 1000));

/** With Tab alone, from wherever the focus is. */
async function tabTo(name: RegExp): Promise<void> {
  for (let keys = 0; keys < 60; keys += 1) {
    if (name.test(await focused())) return;
    await key('Tab');
  }
  throw new Error(`Tab leads to no ${name}`);
}

const says = (text: RegExp | string) => expect.poll(() => sidebar.text(), { timeout: TIMEOUT }).toMatch(text);
/** What stays in sight at the note's end lies over none of what the promise's warning says. */
const warningIsClear = () =>
  sidebar.frame().evaluate(() => {
    const [warning, end] = ['.warning', '.note-end'].map((one) => document.querySelector(one));
    if (!warning || !end) return false;
    return warning.getBoundingClientRect().bottom <= end.getBoundingClientRect().top;
  });
const inCrm = () => page.locator('#internal-note').inputValue();
const summary = () => sidebar.summary();

async function askForCrm(): Promise<void> {
  await tabTo(/^For the CRM$/);
  await key('Enter');
  await expect.poll(focused, { timeout: TIMEOUT }).toMatch(/Copy as text/);
  await key('ArrowDown');
  await key('Enter');
  await says('Put this note into the CRM?');
}

const notes = async () => {
  const rows = await world.store.db
    .selectFrom('notes')
    .select('content')
    .where('customer_id', '=', world.customer(A).id)
    .where('generated', '=', false)
    .execute();
  return rows.map(({ content }) => content);
};

describe('a complaint with a promise, by keyboard alone', () => {
  it('shows its clock, and the promise is made', async () => {
    await page.goto(`${world.crmUrl}/tickets/T-1?latency=50`);
    sidebar = await sidebarOn(page);
    await sidebar.shows(world.customer(A).name);
    await inSight();
    await sidebar.frame().getByRole('button', { name: 'Verified', exact: true }).press('Enter');
    await says('Already told us');
    await tabTo(/^(Billed twice or wrongly|No connection|Something else)$/);
    await key('Enter');
    await expect.poll(focused, { timeout: TIMEOUT }).toMatch(/^Called about: (?!Choose)/);
    await tabTo(/^Promise$/);
    await type('Refund of €18');
    await tabTo(/^Complaint$/);
    await key('Space');
    await says(/Final answer until the end of/);
    await looksWell(faceOf(page, sidebar.frame()), 'complaint');
  });

  it('has its clock lie over no warning of the promise, in a low window neither', async () => {
    await page.setViewportSize({ width: 1280, height: 640 });
    await sidebar.frame().getByRole('checkbox', { name: 'Complaint' }).press('Space');
    const promise = sidebar.frame().getByRole('textbox', { name: 'Promise' });
    await promise.fill('Refund of €1800');
    await says(/more than the/);
    await promise.press('Alt+m');
    await says(/Final answer until the end of/);
    await expect.poll(warningIsClear, { timeout: TIMEOUT }).toBe(true);
    await looksWell(faceOf(page, sidebar.frame()), 'complaint-warned');
    await page.setViewportSize({ width: 1280, height: 800 });
    await promise.fill('Refund of €18');
  });

  it('goes into the CRM’s field after a preview, is noticed there, and comes out again', async () => {
    await askForCrm();
    await says('Field: Internal note');
    expect(await inCrm()).toBe('');
    await expect.poll(focused, { timeout: TIMEOUT }).toBe('Put it there');
    await looksWell(faceOf(page, sidebar.frame()), 'to-crm');
    await inSight();
    await key('Enter');
    await says('It stands in “Internal note”');
    expect(await inCrm()).toMatch(
      /^The customer called about: .*They complain\. Promised for .*Refund of €18/,
    );
    expect(await page.locator('#internal-note ~ [role=status]').innerText()).toMatch(/^\d+ characters/);
    await tabTo(/^Undo$/);
    await key('Enter');
    await says('What stood there before is back.');
    expect(await inCrm()).toBe('');
    await key('Escape');
  });

  it('is wrapped up with a summary put together from it, which the rep goes on with', async () => {
    await key('Control+Enter');
    await expect.poll(summary, { timeout: TIMEOUT }).toMatch(/They complain\. Promised for .*Refund of €18/);
    expect(await focused()).toBe('Summary');
    await key('Control+End');
    await type(' She stayed calm.');
    await key('Control+Enter');
    await sendNow(browser);
    await expect.poll(async () => (await notes()).length, { timeout: TIMEOUT }).toBe(1);
    expect((await notes())[0]).toMatchObject({
      complaint: true,
      jurisdiction: 'general',
      promise: { what: 'Refund of €18' },
      summary: expect.stringMatching(/ She stayed calm\.$/),
    });
  });
});

describe('a note that was wrapped up', () => {
  it('goes on where that is undone, the store there or not, and is in the store once, as it ended', async () => {
    await sidebar.write('Rang again');
    await sidebar.saved();
    await sidebar.pressByHand(/^Verified$/);
    await says('Already told us');
    await key('Control+Enter');
    await says('last note leaves in a moment');
    await sidebar.press(/^Undo: go on/);
    await expect.poll(summary, { timeout: TIMEOUT }).toBe('Rang again');
    await says('Already told us');
    await expect.poll(focused, { timeout: TIMEOUT }).toBe('Summary');
    await says('0 unsent');
    await type(', and hung up');
    await sidebar.saved();
    await key('Control+Enter');
    await sendNow(browser);
    const said = async () => (await notes()).map((content) => content.summary).sort();
    await expect
      .poll(said, { timeout: TIMEOUT })
      .toEqual(['Rang again, and hung up', expect.stringContaining('stayed calm')]);
    expect(await world.store.db.selectFrom('note_versions').selectAll().execute()).toEqual([]);
  });

  it('goes into no page of anybody else', async () => {
    await sidebar.write('Hers alone');
    await sidebar.saved();
    await page.goto(`${world.crmUrl}/tickets/T-2?latency=50`);
    sidebar = await sidebarOn(page);
    await says('The page shows');
    await expect.poll(summary, { timeout: TIMEOUT }).toBe('Hers alone');
    await sidebar.frame().getByLabel('Summary').focus();
    await askForCrm();
    await says('the page shows someone else');
    expect(await sidebar.text()).not.toContain('Put it there');
    expect(await inCrm()).toBe('');
  });
});
