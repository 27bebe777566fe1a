import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAllCards } from '@/tests/support/read-all-cards';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { recordNames, type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

/** C-00202 is at risk; her sidebar opens by itself. `MIXED` has another customer's e-mail in the CRM, by mistake. */
const A = 'C-00202';
const MIXED = 'C-00011';
const OWNER_OF_ITS_MAIL = 'C-00012';

let world: World;
let browser: RepBrowser;
const name = (number: string) => world.customer(number).name;

/** Another customer whose sidebar opens by itself. */
let B = '';

async function atRisk(except: string): Promise<string> {
  const cards = await readAllCards(world.store.db);
  const numbers = cards
    .filter((card) => ['high', 'critical'].includes(card.risk.level))
    .map((card) => `C-${String(card.number).padStart(5, '0')}`);
  const found = numbers.find((n) => n !== except && n !== MIXED && n !== OWNER_OF_ITS_MAIL);
  if (!found) throw new Error('Nobody else is at risk in this world');
  return found;
}

async function open(number: string, latency = 50): Promise<{ page: Page; sidebar: Sidebar }> {
  const page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${number}?latency=${latency}`);
  return { page, sidebar: await sidebarOn(page) };
}

/** As a click on a link of the CRM does. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}

async function notesOf(number: string): Promise<string[]> {
  const rows = await world.store.db
    .selectFrom('notes')
    .selectAll()
    .where('customer_id', '=', world.customer(number).id)
    .where('generated', '=', false)
    .execute();
  return rows.map((row) => row.content.summary);
}

beforeAll(async () => {
  world = await startWorld({
    redirectUris: [storeBuildRedirect],
    crm: (customers) => {
      const other = customers.find((c) => c.id === OWNER_OF_ITS_MAIL);
      return customers.map((c) => (c.id === MIXED ? { ...c, email: other?.email ?? null } : c));
    },
  });
  browser = await openRepBrowser(world, { email: reps.ana });
  B = await atRisk(A);
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('never the wrong customer', () => {
  it('shows the customer that the page shows', async () => {
    const { page, sidebar } = await open(A);
    await sidebar.shows(name(A));
    expect(await sidebar.shown()).toEqual({ name: name(A), badge: 'At risk' });
    await page.close();
  });

  it('is blank while the old record is still up under the new address', async () => {
    const { page, sidebar } = await open(A);
    await sidebar.shows(name(A));
    await page.evaluate(() => sessionStorage.setItem('crm-latency', '3000'));
    await go(page, `/customers/${B}`);
    await expect.poll(() => sidebar.shown(), { timeout: 1000, interval: 10 }).toBeNull();
    expect(await page.locator('h1.customer-name').textContent()).toBe(name(A));
    const names = await recordNames(page);
    await sidebar.shows(name(B));
    expect(await names()).toEqual([name(B)]);
    await page.close();
  });

  it('is blank before the page has had a moment for itself under the new address', async () => {
    const { page, sidebar } = await open(A);
    await sidebar.shows(name(A));
    let busy = true;
    const working = page
      .evaluate((path) => {
        const link = document.createElement('a');
        link.href = path;
        document.body.append(link);
        link.click();
        // Not as long as the background waits for a page that doesn't answer: it would blank the sidebar then by itself.
        for (const end = performance.now() + 800; performance.now() < end; );
      }, `/customers/${B}`)
      .finally(() => {
        busy = false;
      });
    await expect.poll(() => sidebar.shown(), { timeout: 10_000, interval: 10 }).toBeNull();
    expect(busy, 'the page still does nothing but its own work').toBe(true);
    await working;
    await sidebar.shows(name(B));
    await page.close();
  });

  it('never paints the first customer once the rep has gone on, however fast', async () => {
    const { page, sidebar } = await open(A);
    await sidebar.shows(name(A));
    await page.evaluate(() => sessionStorage.setItem('crm-latency', '0'));
    for (let i = 0; i < 10; i++) {
      await go(page, `/customers/${B}`);
      await go(page, `/customers/${A}`);
      await go(page, `/customers/${B}`);
      await page.locator('h1.customer-name', { hasText: name(B) }).waitFor();
      // Word of it needs a moment from one process to the other; once it is there the first one never comes back.
      await expect
        .poll(async () => (await sidebar.shown())?.name, { timeout: 1000, interval: 10 })
        .not.toBe(name(A));
      const names = await recordNames(page);
      await sidebar.shows(name(B));
      expect((await names()).filter((painted) => painted !== name(B))).toEqual([]);
      await go(page, `/customers/${A}`);
      await sidebar.shows(name(A));
    }
    await page.close();
  });

  it('goes blank on a list, and comes back with back and forward', async () => {
    const { page, sidebar } = await open(A);
    await sidebar.shows(name(A));
    await go(page, '/');
    await expect.poll(() => sidebar.shown(), { timeout: 5000 }).toBeNull();
    await page.goBack();
    await sidebar.shows(name(A));
    await go(page, `/customers/${B}`);
    await sidebar.shows(name(B));
    await page.goBack();
    await sidebar.shows(name(A));
    await page.goForward();
    await sidebar.shows(name(B));
    await page.close();
  });

  it('goes blank when the record is replaced in place, without a new address', async () => {
    const { page, sidebar } = await open(A);
    await sidebar.shows(name(A));
    await page.evaluate(() => document.querySelector('main')?.replaceChildren());
    await expect.poll(() => sidebar.shown(), { timeout: 1000, interval: 10 }).toBeNull();
    await page.close();
  });

  it('asks when the customer number says one and the e-mail another, and shows neither before', async () => {
    const { page, sidebar } = await open(MIXED);
    await expect.poll(() => sidebar.text(), { timeout: 15_000 }).toContain('Which customer is it?');
    expect(await sidebar.text()).toContain('What stands on this page leads to different customers.');
    expect(await sidebar.shown()).toBeNull();
    await page.close();
  });

  it('keeps two tabs apart', async () => {
    const first = await open(A);
    const second = await open(B);
    await first.sidebar.shows(name(A));
    await second.sidebar.shows(name(B));
    await first.page.bringToFront();
    await first.sidebar.shows(name(A));
    await first.page.close();
    await second.page.close();
  });
});

describe('a note keeps its customer', () => {
  it('while the page goes on under the typing, names both, asks before saving, and saves to the first', async () => {
    const { page, sidebar } = await open(A);
    await sidebar.shows(name(A));
    await sidebar.write('Billed twice ');
    await go(page, `/customers/${B}`);
    await page.locator('h1.customer-name', { hasText: name(B) }).waitFor();
    await expect.poll(() => sidebar.text(), { timeout: 10_000 }).toContain('The page shows');
    await sidebar.write('in October.');
    expect(await sidebar.summary()).toBe('Billed twice in October.');
    expect((await sidebar.shown())?.name).toBe(name(A));
    await sidebar.saved();
    await sidebar.press(/Wrap up/);
    await expect.poll(() => sidebar.text()).toContain('Whose note is this?');
    expect(await notesOf(A)).toEqual([]);
    await sidebar.pressByHand(`Save to ${name(A)}`);
    await sendNow(browser);
    await expect.poll(() => notesOf(A), { timeout: 20_000 }).toEqual(['Billed twice in October.']);
    expect(await notesOf(B)).toEqual([]);
    await page.close();
  });

  it('moves to the customer on the page only when told to, and leaves a trace', async () => {
    const { page, sidebar } = await open(A);
    await sidebar.shows(name(A));
    await sidebar.write('Really about the other one');
    await sidebar.saved();
    await go(page, `/customers/${B}`);
    await page.locator('h1.customer-name', { hasText: name(B) }).waitFor();
    await sidebar.press(/Wrap up/);
    await sidebar.pressByHand(`Move to ${name(B)}`);
    await sendNow(browser);
    await expect.poll(() => notesOf(B), { timeout: 20_000 }).toEqual(['Really about the other one']);
    const { moves } = await world.store.db
      .selectFrom('notes')
      .select('moves')
      .where('customer_id', '=', world.customer(B).id)
      .where('generated', '=', false)
      .executeTakeFirstOrThrow();
    expect(moves).toHaveLength(1);
    expect(moves[0]?.from.cardNumber).toBe(202);
    await page.close();
  });

  it('stays this call when another tab shows someone else, and both are named there', async () => {
    const first = await open(A);
    await first.sidebar.shows(name(A));
    await first.sidebar.write('Still talking');
    await first.sidebar.saved();
    const second = await open(B);
    await expect.poll(() => second.sidebar.text(), { timeout: 15_000 }).toContain('The page shows');
    const text = await second.sidebar.text();
    expect([text.includes(name(A)), text.includes(name(B))]).toEqual([true, true]);
    expect((await second.sidebar.shown())?.name).toBe(name(A));
    await first.page.close();
    await second.page.close();
  });
});
