import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { putCrmAdapter, removeCrmAdapter, switchCrmAdapter } from '@/server/crm-adapters/crm-adapters';
import { type LoopbackServer, startLoopbackServer } from '@/tests/support/loopback-server';
import { openRepBrowser, type RepBrowser, signIn, storeBuildRedirect } from './support/rep-browser';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { readOf } from './support/teacher';
import { reps, startWorld, type World } from './support/world';

/*
 * How pages are read changes while they are open: the organisation sends an adapter and switches it off, a rep signs
 * out and in, and says that an adapter is wrong.
 */

const A = 'C-00202';
const seen = '2026-11-27';
const by = { userId: 'administrator', at: new Date() };

/** Reads what nobody could read without it: a number in an attribute. */
const desk: CrmAdapter = {
  id: 'acme-desk',
  label: 'Acme Desk',
  version: 1,
  evidence: { kind: 'live', of: 'this test', on: seen },
  site: { hosts: ['127.0.0.1'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    {
      kind: 'record',
      url: { path: '/desk/:no' },
      ready: 'main',
      confirm: [{ part: 'no', at: [{ css: 'main', seen }], take: { from: 'attribute', name: 'data-no' } }],
      people: {
        each: [{ css: 'main', seen }],
        fields: [
          { part: 'no', as: { system: 'demo', recordType: 'customer' } },
          { at: [{ css: 'h1', seen }], take: { from: 'text' }, as: 'name' },
        ],
      },
    },
  ],
  lists: [],
};

let world: World;
let browser: RepBrowser;
let crm: LoopbackServer;

const espo = (name: string, email: string) => `<!doctype html><title>${name}</title>
  <script data-name="loader-params" type="application/json">{}</script></head>
  <main><h1>${name}</h1><dl><dt>E-mail</dt><dd>${email}</dd></dl></main>`;

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
  crm = await startLoopbackServer();
  const { name, email } = world.customer(A);
  crm.answer(({ path }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const contact = `<!doctype html><title>${name}</title>
      <main><h1>${name}</h1><dl><dt>E-mail</dt><dd>${email}</dd></dl></main>`;
    const record = `<!doctype html><title>Desk</title><main data-no="${A}"><h1>${name}</h1></main>`;
    if (path.startsWith('/contacts')) response.end(contact);
    else response.end(path.startsWith('/desk') ? record : espo(name, email ?? ''));
  });
});

afterAll(async () => {
  await browser?.close();
  await crm?.close();
  await world?.close();
});

const sync = () => browser.call('sync.now', {});
const question = (sidebar: Sidebar) =>
  sidebar.frame().getByRole('region', { name: 'Does Heed read this site rightly?' });

describe('a page that is open', () => {
  it('is read by an adapter that the organisation sends, and not once that is switched off', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${crm.url}/desk/${A}`);
    await page.waitForTimeout(500);
    expect(await readOf(browser, page)).toBeNull();
    await putCrmAdapter(world.store.db, desk, by);
    await sync();
    const sidebar = await sidebarOn(page);
    await sidebar.shows(world.customer(A).name);
    await switchCrmAdapter(world.store.db, { id: desk.id, off: true }, by);
    await sync();
    await expect.poll(() => sidebar.shown(), { timeout: 10_000 }).toBeNull();
    expect(await readOf(browser, page)).toBeNull();
    await page.close();
  });

  it('is no longer read by it once the rep signs out, and again once they sign in', async () => {
    await putCrmAdapter(world.store.db, desk, by);
    await switchCrmAdapter(world.store.db, { id: desk.id, off: false }, by);
    await sync();
    const page = await browser.context.newPage();
    await page.goto(`${crm.url}/desk/${A}`);
    const read = async () => (await readOf(browser, page))?.name ?? null;
    await expect.poll(read, { timeout: 10_000 }).toBe(world.customer(A).name);
    await browser.call('account.signOut', {});
    await expect.poll(read, { timeout: 10_000 }).toBeNull();
    await signIn(browser, reps.ana);
    await expect.poll(read, { timeout: 10_000 }).toBe(world.customer(A).name);
    await page.close();
  });

  it('shows nobody while its CRM’s adapter is switched off, though it could be read as an unknown site’s', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${crm.url}/contacts/${A}`);
    await switchCrmAdapter(world.store.db, { id: desk.id, off: true }, by);
    await sync();
    await page.waitForTimeout(1000);
    expect(await readOf(browser, page)).toBeNull();
    await removeCrmAdapter(world.store.db, desk.id, by);
    await switchCrmAdapter(world.store.db, { id: desk.id, off: false }, by);
    await sync();
    const read = async () => (await readOf(browser, page))?.name ?? null;
    await expect.poll(read, { timeout: 10_000 }).toBe(world.customer(A).name);
    await page.close();
  });

  it('that an adapter reads wrongly is read without it after a no, until that is taken back', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${crm.url}/espo/#Contact/view/59f1a2b3c4d5e6f7a`);
    const sidebar = await sidebarOn(page);
    await expect.poll(() => question(sidebar).count(), { timeout: 10_000 }).toBe(1);
    expect(await readOf(browser, page)).toMatchObject({ name: '', emails: [] });
    await sidebar.pressByHand('No, it’s wrong');
    await sidebar.shows(world.customer(A).name);
    expect(await question(sidebar).count()).toBe(1);
    await browser.call('adapters.askAgain', { id: 'espocrm', origin: crm.url });
    await expect
      .poll(() => readOf(browser, page), { timeout: 10_000 })
      .toMatchObject({ name: '', emails: [] });
    await page.close();
  });
});

describe('the export', () => {
  it('is of a person’s own adapters, and of nobody else’s', async () => {
    await expect(browser.call('adapters.export', { id: 'zendesk' })).rejects.toThrow('bad-input');
    await browser.call('adapters.import', { adapter: { ...desk, id: 'own-desk' } });
    const { json } = await browser.call('adapters.export', { id: 'own-desk' });
    expect(JSON.parse(json)).toMatchObject({ id: 'own-desk' });
    await browser.call('adapters.removeOwn', { id: 'own-desk' });
  });
});

/** Imported from a file, and no longer the organisation's. */
const fromFile: CrmAdapter = { ...desk, id: 'own-desk' };

async function openDesk(): Promise<{ page: Page; sidebar: Sidebar }> {
  const page = await browser.context.newPage();
  await page.goto(`${crm.url}/desk/${A}`);
  const sidebar = await sidebarOn(page);
  await sidebar.shows(world.customer(A).name);
  return { page, sidebar };
}

describe('an adapter from a file', () => {
  it('is asked about, however well it says it is known; with a yes no longer, until it is imported again', async () => {
    await browser.call('adapters.import', { adapter: fromFile });
    const { page, sidebar } = await openDesk();
    expect(await question(sidebar).count()).toBe(1);
    await sidebar.pressByHand('Yes, that’s right');
    await expect.poll(() => question(sidebar).count(), { timeout: 10_000 }).toBe(0);
    const known = async () => (await browser.call('adapters.list', {})).find(({ id }) => id === fromFile.id);
    expect(await known()).toMatchObject({ from: 'file', answers: [{ origin: crm.url, right: true }] });
    await page.close();
    await browser.call('adapters.import', { adapter: fromFile });
    expect(await known()).toMatchObject({ from: 'file', answers: [] });
    const again = await openDesk();
    await expect.poll(() => question(again.sidebar).count(), { timeout: 10_000 }).toBe(1);
    await again.page.close();
    await browser.call('adapters.removeOwn', { id: fromFile.id });
  });
});

describe('reading sites that no adapter knows', () => {
  it('is said in the settings to be off where the organisation switched it off', async () => {
    const isOff = async () =>
      (await browser.call('adapters.list', {})).find(({ id }) => id === 'generic')?.off;
    expect(await isOff()).toBe(false);
    await switchCrmAdapter(world.store.db, { id: 'generic', off: true }, by);
    await sync();
    expect(await isOff()).toBe(true);
    await switchCrmAdapter(world.store.db, { id: 'generic', off: false }, by);
    await sync();
  });
});

describe('the page of a case', () => {
  it('shows whom it is about, whose number it has not, and asks', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${crm.url}/espo/#Case/view/59f1a2b3c4d5e6f7a`);
    const sidebar = await sidebarOn(page);
    await sidebar.shows(world.customer(A).name);
    expect(await question(sidebar).count()).toBe(1);
    await page.close();
  });
});
