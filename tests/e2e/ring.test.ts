import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { isolatedWorld } from './background/isolated-world';
import { faceOf, faceOfPanel, looksWell } from './support/looks-well';
import { openPanel, type Panel } from './support/panel';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { sendNow } from './support/send-now';
import { sidebarOn } from './support/sidebar';
import { stopWorker } from './support/stop-worker';
import { knownUnhappyCustomer } from './support/unhappy-customer';
import { reps, startWorld, type World } from './support/world';

const ALONE = { number: 'C-09001', name: 'Ines Duarte', email: null, phone: '+44 1632 960991' };
const MOTHER = { number: 'C-09002', name: 'Vera Holm', email: null, phone: '+44 1632 960992' };
const SON = { number: 'C-09003', name: 'Nils Holm', email: null, phone: '+44 1632 960992' };
const OTHER = 'C-00202';

let world: World;
let browser: RepBrowser;
let softphone: Page;
let panel: Panel;

const extra = [ALONE, MOTHER, SON].map(({ number, ...person }) => knownUnhappyCustomer(number, person));

/** Lets the softphone ring, in whatever tab it stands. */
const ring = (number: string, account = '') =>
  softphone.evaluate(
    (said) => {
      const form = document.querySelector<HTMLFormElement>('.phone-form');
      for (const [name, value] of Object.entries(said))
        (form?.elements.namedItem(name) as HTMLInputElement).value = value;
      form?.requestSubmit();
    },
    { number, account },
  );
const hangUp = () => softphone.evaluate(() => document.querySelector<HTMLElement>('[data-hang-up]')?.click());

async function view(): Promise<SidebarView> {
  const reply = (await panel.call('sidebar.view')) as { value: SidebarView };
  return reply.value;
}
const says = (text: string) =>
  expect.poll(() => panel.text(), { timeout: 10_000, interval: 10 }).toContain(text);
const badgeText = async () => {
  const worker = browser.context.serviceWorkers()[0] ?? browser.worker;
  return worker.evaluate(() =>
    (
      globalThis as unknown as { chrome: { action: { getBadgeText(w: object): Promise<string> } } }
    ).chrome.action.getBadgeText({}),
  );
};

/** Customer and words of every note that a rep has sent. */
async function inStore(): Promise<{ number: string | undefined; summary: string; noteId: string }[]> {
  const rows = await world.store.db.selectFrom('notes').selectAll().where('generated', '=', false).execute();
  return rows.map((row) => ({
    number: world.customers.find((c) => c.id === row.customer_id)?.number,
    summary: row.content.summary,
    noteId: row.note_id,
  }));
}

async function openRecord(number: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${number}?latency=50`);
  return page;
}

async function tidyUp(): Promise<void> {
  await hangUp();
  for (const { id } of (await view()).rings) await panel.call('ring.dismiss', { ringId: id });
}

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect], extra });
  browser = await openRepBrowser(world, {
    email: reps.ana,
    hosts: ['http://127.0.0.1/*', 'http://localhost/*'],
  });
  softphone = await browser.context.newPage();
  // Another origin than the CRM's: what rings there and what rings here is counted apart.
  await softphone.goto(`${world.crmUrl.replace('127.0.0.1', 'localhost')}/phone`);
  await softphone.locator('.phone-form').waitFor();
  panel = await openPanel(softphone);
  // The rep looks at something else altogether; no record is open anywhere.
  await (await browser.context.newPage()).bringToFront();
});

afterEach(tidyUp);

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('a number rings and no record is open', () => {
  it('the chooser is there, the note is written, and the record opened later is the same call', async () => {
    const began = performance.now();
    await ring(ALONE.phone);
    await says('The phone rings');
    console.log(`the chooser stood there after ${Math.round(performance.now() - began)} ms`);
    const text = await panel.text();
    for (const part of ['+441632960991', 'caller not verified', 'At risk', 'found by phone'])
      expect(text).toContain(part);
    for (const fact of [ALONE.name, 'Gold', 'Nobody could tell']) expect(text).not.toContain(fact);
    expect(await badgeText()).toBe('☎');
    await looksWell(faceOfPanel(panel), 'ring');

    await panel.press('This one');
    await says('This call');
    await expect.poll(badgeText).toBe('');
    await panel.write('Summary', 'Line dead since Monday.');
    await says('saved');
    const { call } = await view();
    expect(call?.name).toBe(`#${call?.customer.cardNumber}`);

    const page = await openRecord(ALONE.number);
    const sidebar = await sidebarOn(page);
    await sidebar.shows(ALONE.name);
    expect(await sidebar.summary()).toBe('Line dead since Monday.');
    await expect.poll(async () => (await view()).call?.name).toBe(ALONE.name);
    const joined = await view();
    expect(joined).toMatchObject({ call: { noteId: call?.noteId, pageDiffers: false }, parked: [] });
    expect(await sidebar.text()).not.toContain('The page shows');
    await sidebar.press(/Wrap up/);
    await sendNow(browser);
    await expect
      .poll(inStore, { timeout: 20_000 })
      .toEqual([{ number: ALONE.number, summary: 'Line dead since Monday.', noteId: call?.noteId }]);
    await page.close();
  });

  it('the wrong record opened later is named beside the call, and gets nothing of the note', async () => {
    await ring(ALONE.phone, ALONE.number);
    await says('found by customer number, phone');
    await panel.press('This one');
    await panel.write('Summary', 'Still dead.');
    await says('saved');
    const { call } = await view();
    const page = await openRecord(OTHER);
    const sidebar = await sidebarOn(page);
    await expect.poll(() => sidebar.text(), { timeout: 15_000 }).toContain('The page shows');
    // The dot between them is there only where both stand in one line.
    const text = (await sidebar.text()).replace(/[\s·]+/g, ' ');
    expect(text).toContain(
      `This call: #${call?.customer.cardNumber} The page shows ${world.customer(OTHER).name}`,
    );
    await sidebar.press(/Wrap up/);
    await expect.poll(() => sidebar.text()).toContain('Whose note is this?');
    await looksWell(faceOf(page, sidebar.frame()), 'whose-note');
    await sidebar.pressByHand(`Save to #${call?.customer.cardNumber}`);
    await sendNow(browser);
    await expect
      .poll(async () => (await inStore()).find(({ summary }) => summary === 'Still dead.'), {
        timeout: 20_000,
      })
      .toMatchObject({ number: ALONE.number });
    await page.close();
  });

  it('a household’s phone asks which of them; another ring during the call waits in one line', async () => {
    await ring(MOTHER.phone);
    await says('Several customers share this.');
    await says(MOTHER.name);
    await says(SON.name);
    expect((await view()).rings[0]?.candidates).toHaveLength(2);
    await looksWell(faceOfPanel(panel), 'ring-household');
    await panel.press('None of these');
    await says('This call');
    const { call } = await view();
    expect(call).toMatchObject({ card: null, customer: { cardNumber: null, identifiers: [] } });
    await hangUp();
    await ring(ALONE.phone);
    await says('rings too');
    await looksWell(faceOfPanel(panel), 'ring-during-call');
    expect((await view()).call?.noteId).toBe(call?.noteId);
    await panel.press('Dismiss');
    await expect.poll(async () => (await view()).rings).toEqual([]);
    await panel.call('call.dropEmpty', { noteId: call?.noteId });
  });

  it('still rings for a worker that was stopped meanwhile, and is found by a typed number', async () => {
    await ring(ALONE.phone);
    await says('The phone rings');
    await stopWorker(browser.context, browser.extensionId);
    expect(await view()).toMatchObject({ rings: [{ said: '+441632960991', why: 'one' }] });
    await tidyUp();
    await panel.write('Find caller', SON.number);
    await panel.press('Find');
    await says('Who is calling?');
    expect((await view()).rings).toMatchObject([{ via: 'typed', said: SON.number, why: 'one' }]);
  });
});

describe('an address with heed-call', () => {
  it('rings, the account number first; reloaded, it doesn’t ring again', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${world.crmUrl}/?heed-call=+441632960992&heed-account=${SON.number}`);
    await expect
      .poll(async () => (await view()).rings, { timeout: 10_000 })
      .toMatchObject([
        { said: `${SON.number} · +441632960992`, candidates: [{ foundBy: ['externalId', 'phone'] }, {}] },
      ]);
    await tidyUp();
    await page.reload();
    await page.locator('h1').waitFor();
    expect((await view()).rings).toEqual([]);
    await page.close();
  });

  it.each(['anonymous', '%3Cb%3E0163296%3C/b%3E', '1', '9'.repeat(60), '01632960991&heed-call=01632960992'])(
    'that makes no sense is ignored: %s',
    async (value) => {
      const page = await browser.context.newPage();
      await page.goto(`${world.crmUrl}/?heed-call=${value}`);
      await page.locator('h1').waitFor();
      expect((await view()).rings).toEqual([]);
      await page.close();
    },
  );

  it('a page that rings a hundred times is heard a few times, and the rep’s softphone still gets through', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${world.crmUrl}/tickets`);
    await page.evaluate(() => {
      for (let i = 0; i < 100; i++) history.pushState(null, '', `?heed-call=01632960${100 + i}`);
    });
    const { call } = (await isolatedWorld(page)) ?? { call: () => Promise.resolve() };
    for (let i = 0; i < 100; i++)
      await call('call.ring', { via: 'address', number: `01632961${100 + i}`, account: '' });
    const rings = (await view()).rings.map(({ said }) => said);
    expect(rings.length).toBeLessThanOrEqual(5);
    expect(rings).not.toContain('01632961199');
    await ring(ALONE.phone);
    await expect.poll(async () => (await view()).rings.at(-1)?.said).toBe('+441632960991');
    await page.close();
  });
});
