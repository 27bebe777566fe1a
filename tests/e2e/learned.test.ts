import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackServer, startLoopbackServer } from '@/tests/support/loopback-server';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { teacherOn } from './support/teacher';
import { reps, startWorld, type World } from './support/world';

/*
 * A shop's back office that no adapter knows, whose orders name two people: Heed asks which of them it is, and learns
 * from what it is told.
 */

type Person = { name: string; email: string; number: number };

let world: World;
let browser: RepBrowser;
let shop: LoopbackServer;
/** of customers with an e-mail address */
let people: Person[];

const orders = ['5001', '5002', '5003', '5004', '5005'];

/** Each order by another of them, and sent to yet another. */
const of = (order: string, from: number) => {
  const person = people[2 * orders.indexOf(order) + from];
  if (!person) throw new Error(`no order ${order}`);
  return person;
};
const buyerOf = (order: string) => of(order, 0);

function orderPage(order: string): string {
  const part = (kind: string, { name, email }: Person) =>
    `<section><h2>${kind}</h2><dl><dt>Name</dt><dd>${name}</dd><dt>E-mail</dt><dd>${email}</dd></dl></section>`;
  return `<!doctype html><title>Order ${order}</title><main><h1>Order ${order}</h1>
    ${part('Buyer', buyerOf(order))}${part('Recipient', of(order, 1))}</main>`;
}

const listPage = () =>
  `<!doctype html><title>Orders</title><main><h1>Orders</h1><table><tr><th>No.<th>E-mail</tr>
    ${orders.map((order) => `<tr><td>${order}<td>${buyerOf(order).email}</tr>`).join('')}</table></main>`;

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  const cards = await world.store.db.selectFrom('card_numbers').select(['customer_id', 'number']).execute();
  const numbers = new Map(cards.map(({ customer_id, number }) => [customer_id, number]));
  people = world.customers.flatMap(({ id, name, email }) =>
    email ? [{ name, email, number: numbers.get(id) ?? 0 }] : [],
  );
  browser = await openRepBrowser(world, { email: reps.ana });
  shop = await startLoopbackServer();
  shop.answer(({ path }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const order = path.split('/')[2] ?? '';
    response.end(order ? orderPage(order) : listPage());
  });
});

afterAll(async () => {
  await browser?.close();
  await shop?.close();
  await world?.close();
});

async function open(order: string): Promise<{ page: Page; sidebar: Sidebar }> {
  const page = await browser.context.newPage();
  await page.goto(`${shop.url}/orders/${order}`);
  return { page, sidebar: await sidebarOn(page) };
}

/** Who is at no risk stands there folded. */
async function showsUnfolded(sidebar: Sidebar, { name }: Person): Promise<void> {
  await sidebar.frame().locator('.collapsed-tab').click();
  await sidebar.shows(name);
}

const learnedHere = async () =>
  (await browser.call('adapters.list', {})).filter(({ evidence }) => evidence === 'learned');

/** The rep says which of the two the order is of. */
async function choose(order: string): Promise<void> {
  const { page, sidebar } = await open(order);
  await expect.poll(() => sidebar.text(), { timeout: 10_000 }).toContain('Which customer is it?');
  const { number, name } = buyerOf(order);
  const before = await answersHeld();
  // As the page calls each, or they could not be told apart.
  await sidebar.pressByHand(new RegExp(`^This one: .*Customer ${number} in Heed, on the page: ${name}$`));
  await sidebar.shows(name);
  await expect.poll(answersHeld, { timeout: 10_000 }).not.toBe(before);
  await page.close();
}

/** What Heed keeps in memory, as its own pages can see it. */
async function inMemory(): Promise<Record<string, unknown>> {
  const own = await browser.context.newPage();
  await own.goto(`chrome-extension://${browser.extensionId}/options.html`);
  const held = await own.evaluate(() => {
    type Storage = { chrome: { storage: { session: { get(): Promise<Record<string, unknown>> } } } };
    return (globalThis as unknown as Storage).chrome.storage.session.get();
  });
  await own.close();
  return held;
}

const answersHeld = async () => JSON.stringify((await inMemory()).learned ?? null);
const heldInMemory = async () =>
  Object.keys(await inMemory()).filter((key) => key === 'learned' || key === 'teach');

const reading = (sidebar: Sidebar) =>
  sidebar.frame().getByRole('region', { name: 'Does Heed read this site rightly?' });

describe('orders that name two people', () => {
  it('are asked about, one after another, and teach nothing before the third answer', async () => {
    for (const order of orders.slice(0, 3)) {
      expect(await learnedHere()).toEqual([]);
      await choose(order);
    }
    await expect.poll(learnedHere, { timeout: 10_000 }).toMatchObject([{ from: 'own', answers: [] }]);
  });

  it('then show their customer, and ask once whether that is right', async () => {
    const { page, sidebar } = await open('5004');
    await sidebar.shows(buyerOf('5004').name);
    await expect.poll(() => reading(sidebar).count()).toBe(1);
    await sidebar.pressByHand('Yes, that’s right');
    await expect.poll(() => reading(sidebar).count(), { timeout: 10_000 }).toBe(0);
    await page.goto(`${shop.url}/orders/5005`);
    const next = await sidebarOn(page);
    await showsUnfolded(next, buyerOf('5005'));
    expect(await reading(next).count()).toBe(0);
    await page.close();
  });

  it('leave other pages of the site as they were: nobody on their list', async () => {
    const { page, sidebar } = await open('5004');
    await showsUnfolded(sidebar, buyerOf('5004'));
    await page.goto(`${shop.url}/orders/`);
    await page.waitForTimeout(1500);
    const shown = page.frames().some((frame) => frame.url().includes('/sidebar.html'));
    expect(shown ? await (await sidebarOn(page)).shown() : null).toBeNull();
    await page.close();
  });

  it('are forgotten in the settings and asked about again; learned once more, so is what was learned', async () => {
    const [known] = await learnedHere();
    await browser.call('adapters.removeOwn', { id: known?.id ?? '' });
    expect(await learnedHere()).toEqual([]);
    for (const order of orders.slice(0, 3)) await choose(order);
    // It says the same as before, of which somebody said yes.
    await expect.poll(learnedHere, { timeout: 10_000 }).toMatchObject([{ from: 'own', answers: [] }]);
    const { page, sidebar } = await open('5004');
    await expect.poll(() => reading(sidebar).count(), { timeout: 10_000 }).toBe(1);
    await page.close();
  });
});

describe('signing out', () => {
  it('forgets the customers whom a person named or pointed at, and not what was learned', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${shop.url}/orders/5005`);
    const teacher = await teacherOn(browser, page);
    await teacher.begin();
    await expect.poll(heldInMemory, { timeout: 10_000 }).toEqual(['learned', 'teach']);
    await browser.call('account.signOut', {});
    expect(await heldInMemory()).toEqual([]);
    expect(await learnedHere()).toMatchObject([{ from: 'own' }]);
    await page.close();
  });
});
