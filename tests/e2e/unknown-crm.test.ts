import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackServer, startLoopbackServer } from '@/tests/support/loopback-server';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { type Sidebar, sidebarOf, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

/*
 * A CRM that no adapter knows: its pages are read the way a person would, and its customer is asked about once.
 */

const A = 'C-00202';
const frame = (main: string) => `<!doctype html><title>Back office</title>
  <header><nav>Customers Orders</nav> <span class="user">Signed in as vera.agent@backoffice.example</span></header>
  <main>${main}</main><footer>Questions? help@backoffice.example</footer>`;

let world: World;
let browser: RepBrowser;
let crm: LoopbackServer;

function emailOf(number: string): string {
  const email = world.customer(number).email;
  if (!email) throw new Error(`${number} has no address`);
  return email;
}

function customerPage(number: string): string {
  return frame(`<h1>${world.customer(number).name}</h1>
    <dl><dt>E-mail</dt><dd>${emailOf(number)}</dd><dt>Status</dt><dd>Active</dd></dl>`);
}

const strangerPage = frame(`<h1>Sam Stranger</h1>
  <dl><dt>E-mail</dt><dd>stranger@nowhere.example</dd><dt>Status</dt><dd>Active</dd></dl>`);

function listPage(): string {
  const row = (number: string) =>
    `<tr><td>${world.customer(number).name}</td><td>${emailOf(number)}</td><td>Active</td></tr>`;
  const rows = world.customers.slice(0, 12).map((customer) => customer.number);
  return frame(`<h1>Customers</h1><table><thead><tr><th>Name<th>E-mail<th>Status</thead>
    <tbody>${rows
      .filter((number) => world.customer(number).email)
      .map(row)
      .join('')}</tbody></table>`);
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
  crm = await startLoopbackServer();
  crm.answer(({ path }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const [, kind, number = ''] = path.split('/');
    if (kind === 'strangers') response.end(strangerPage);
    else response.end(kind === 'people' && number ? customerPage(number) : listPage());
  });
});

afterAll(async () => {
  await browser?.close();
  await crm?.close();
  await world?.close();
});

const question = (sidebar: Sidebar) =>
  sidebar.frame().getByRole('region', { name: 'Does Heed read this site rightly?' });

async function open(number: string): Promise<{ page: Page; sidebar: Sidebar }> {
  const page = await browser.context.newPage();
  await page.goto(`${crm.url}/people/${number}`);
  const sidebar = await sidebarOn(page);
  await sidebar.shows(world.customer(number).name);
  return { page, sidebar };
}

describe('a CRM that nobody has heard of', () => {
  it('shows the customer that stands on the page, and asks whether that is right', async () => {
    const { page, sidebar } = await open(A);
    expect(await question(sidebar).count()).toBe(1);
    await page.close();
  });

  it('names nobody on a list', async () => {
    const { page } = await open(A);
    await page.goto(`${crm.url}/people`);
    await page.waitForTimeout(1500);
    const shown = page.frames().some((f) => f.url().includes('/sidebar.html'));
    expect(shown ? await sidebarOf(page).shown() : null).toBeNull();
    await page.close();
  });

  it('is said in the settings: what Heed makes of each page that is open there', async () => {
    const { page } = await open(A);
    const list = await browser.context.newPage();
    await list.goto(`${crm.url}/people`);
    const demo = await browser.context.newPage();
    await demo.goto(`${world.crmUrl}/customers/${A}?latency=0`);
    await sidebarOn(demo);
    const looked = await browser.call('doctor.look', {});
    const email = emailOf(A);
    expect(looked).toContainEqual({
      ...{
        tabId: expect.any(Number),
        host: new URL(crm.url).host,
        title: 'Back office',
        crm: null,
        ...{ decision: 'ask', by: null, off: false, wrong: [], shown: 'known' },
      },
      diagnosis: expect.objectContaining({
        ...{ outcome: 'customer', adapter: null, name: world.customer(A).name },
        identifiers: [expect.objectContaining({ kind: 'email', value: email, found: expect.any(String) })],
      }),
    });
    expect(looked).toContainEqual(
      expect.objectContaining({ diagnosis: expect.objectContaining({ outcome: 'nobody', adapter: null }) }),
    );
    expect(looked).toContainEqual(
      expect.objectContaining({
        host: new URL(world.crmUrl).host,
        diagnosis: expect.objectContaining({ outcome: 'customer', adapter: 'demo', pageKind: 'customer' }),
      }),
    );
    for (const one of [page, list, demo]) await one.close();
  });

  it('asks once: after a yes a customer stands there without the question', async () => {
    const { page, sidebar } = await open(A);
    await sidebar.pressByHand('Yes, that’s right');
    await expect.poll(() => question(sidebar).count(), { timeout: 10_000 }).toBe(0);
    await page.close();
    const again = await open(A);
    expect(await question(again.sidebar).count()).toBe(0);
    await again.page.close();
  });

  it('names nobody on a page that was read wrongly, and on others asks who it is, until that is taken back', async () => {
    const site = { id: 'generic', origin: crm.url };
    await browser.call('adapters.askAgain', site);
    const { page, sidebar } = await open(A);
    await sidebar.pressByHand('No, it’s wrong');
    await expect.poll(() => sidebar.text(), { timeout: 10_000 }).toContain('It shows nobody here by itself');
    expect(await sidebar.shown()).toBeNull();
    await sidebar.pressByHand(/^Undo/);
    await sidebar.shows(world.customer(A).name);
    await sidebar.pressByHand('No, it’s wrong');
    await expect.poll(() => sidebar.shown(), { timeout: 10_000 }).toBeNull();
    const other = world.customers.find(({ number, email }) => email && number !== A)?.number ?? '';
    await page.goto(`${crm.url}/people/${other}`);
    const choosing = await sidebarOn(page);
    await expect.poll(() => choosing.text(), { timeout: 10_000 }).toContain('Which customer is it?');
    expect(await choosing.shown()).toBeNull();
    await choosing.pressByHand('Someone new');
    await expect.poll(() => choosing.text(), { timeout: 10_000 }).toContain('You chose “Someone new”');
    await choosing.pressByHand('Choose again');
    await expect.poll(() => choosing.text(), { timeout: 10_000 }).toContain('Which customer is it?');
    await browser.call('adapters.askAgain', site);
    await choosing.shows(world.customer(other).name);
    await page.close();
  });

  it('is said in the settings, from the menu: who isn’t in Heed, and that nobody is shown once signed out', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${crm.url}/strangers/1`);
    const sidebar = await sidebarOn(page);
    await sidebar.shows('Sam Stranger');
    const opened = browser.context.waitForEvent('page', (one) => one.url().includes('/options.html'));
    await sidebar.pressByHand('More');
    await sidebar.frame().getByRole('menuitem', { name: 'Why is this shown?' }).click();
    const settings = await opened;
    const seen = settings.getByRole('region', { name: 'What Heed sees' });
    const stranger = seen.getByRole('listitem').filter({ hasText: 'stranger@nowhere.example' }).first();
    await expect.poll(() => stranger.innerText()).toContain('Shows one person, who is not in Heed');
    expect(await stranger.innerText()).toContain('by the e-mail address stranger@nowhere.example');
    expect(await stranger.innerText()).not.toContain('labelled');
    await expect.poll(() => seen.evaluate((card) => card.getBoundingClientRect().top)).toBeLessThan(200);
    await browser.call('account.signOut', {});
    await seen.getByRole('button', { name: 'Look at the open CRM pages' }).click();
    await expect
      .poll(() => seen.innerText())
      .toContain('Nobody is shown while you are signed out. Heed reads here: Sam Stranger.');
    await settings.close();
    await page.close();
  });
});
