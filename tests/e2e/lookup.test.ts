import type { Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { faceOf, faceOfPanel, looksWell } from './support/looks-well';
import { type Panel, speakWith } from './support/panel';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { stopWorker } from './support/stop-worker';
import { knownUnhappyCustomer } from './support/unhappy-customer';
import { reps, startWorld, type World } from './support/world';

const ALONE = { number: 'C-09001', name: 'Ines Duarte', email: 'ines@example.org', phone: '+44 1632 960991' };
const MOTHER = { number: 'C-09002', name: 'Vera Holm', email: null, phone: '+44 1632 960992' };
const SON = { number: 'C-09003', name: 'Nils Holm', email: null, phone: '+44 1632 960992' };

type Line = { content: string; description: string };
/** Chromium's own event, which can be sent to those who listen: nothing can type into its address bar. */
type Event = { dispatch(...args: unknown[]): void };
type Extension = {
  chrome: {
    action: { openPopup(): Promise<void>; getPopup(of: object): Promise<string> };
    sidePanel: { getPanelBehavior(): Promise<{ openPanelOnActionClick: boolean }> };
    omnibox: {
      onInputStarted: Event;
      onInputChanged: Event;
      onInputEntered: Event;
      setDefaultSuggestion(suggestion: { description: string }): void;
    };
    storage: Record<'local' | 'session', { get(): Promise<Record<string, unknown>> }>;
  };
};

let world: World;
let browser: RepBrowser;
let crm: Page;
let panel: Panel | null = null;

const worker = (): Worker => browser.context.serviceWorkers()[0] ?? browser.worker;

/** A click on the button can't be made here either; this is what it does. */
async function openPopup(): Promise<Panel> {
  await crm.bringToFront();
  await worker().evaluate(() => (globalThis as unknown as Extension).chrome.action.openPopup());
  return speakWith(crm, '/popup.html');
}

const says = (popup: Panel, text: string | RegExp) =>
  expect.poll(() => popup.text(), { timeout: 10_000, interval: 20 }).toMatch(text);

async function sidePanel(): Promise<Panel> {
  panel ??= await speakWith(crm, '/sidepanel.html');
  return panel;
}

async function view(): Promise<SidebarView> {
  const reply = (await (await sidePanel()).call('sidebar.view')) as { value: SidebarView };
  return reply.value;
}

/** Types into the address bar as far as an extension can tell. @returns what the browser would show below it */
const typeIntoAddressBar = (text: string): Promise<{ first: string; lines: Line[] }> =>
  worker().evaluate(async (typed) => {
    const { omnibox } = (globalThis as unknown as Extension).chrome;
    let first = '';
    const say = omnibox.setDefaultSuggestion;
    omnibox.setDefaultSuggestion = ({ description }) => {
      first = description;
      say.call(omnibox, { description });
    };
    omnibox.onInputStarted.dispatch();
    const lines = await new Promise<Line[]>((resolve) => omnibox.onInputChanged.dispatch(typed, resolve));
    omnibox.setDefaultSuggestion = say;
    return { first, lines };
  }, text);

const enter = (text: string) =>
  worker().evaluate(
    (entered) =>
      (globalThis as unknown as Extension).chrome.omnibox.onInputEntered.dispatch(entered, 'currentTab'),
    text,
  );

beforeAll(async () => {
  const extra = [ALONE, MOTHER, SON].map(({ number, ...person }) => knownUnhappyCustomer(number, person));
  world = await startWorld({ redirectUris: [storeBuildRedirect], extra });
  browser = await openRepBrowser(world, { email: reps.ana });
  crm = await browser.context.newPage();
  await crm.goto(`${world.crmUrl}/tickets`);
});

afterEach(async () => {
  if (!panel) return;
  const { call, rings } = await view();
  for (const { id } of rings) await panel.call('ring.dismiss', { ringId: id });
  if (call) await panel.call('call.dropEmpty', { noteId: call.noteId });
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('the popup of the toolbar', () => {
  it('finds a customer by phone; choosing them begins the call and opens the side panel', async () => {
    const popup = await openPopup();
    await says(popup, 'Find a customer');
    await popup.write('Find a customer', ALONE.phone);
    await popup.press('Find');
    await says(popup, 'One customer is known by this.');
    const text = await popup.text();
    for (const part of ['caller not verified', 'At risk', 'found by phone']) expect(text).toContain(part);
    for (const fact of [ALONE.name, 'Gold', 'Nobody could tell']) expect(text).not.toContain(fact);
    await looksWell(faceOfPanel(popup), 'popup-found');
    await popup.press('This one');
    await says(await sidePanel(), 'This call');
    const { call, rings } = await view();
    expect(call?.name).toBe(`#${call?.customer.cardNumber}`);
    expect(call?.content.caller).toBe('unverified');
    expect(rings).toEqual([]);
    expect(await (await sidePanel()).text()).not.toContain(ALONE.name);
  });

  it('looks a household up and leaves nothing behind when nobody is chosen', async () => {
    const popup = await openPopup();
    await popup.write('Find a customer', MOTHER.phone);
    await popup.press('Find');
    await says(popup, 'Several customers share this.');
    await looksWell(faceOfPanel(popup), 'popup-household');
    await popup.press('Dismiss');
    expect(await view()).toMatchObject({ rings: [], call: null });
  });

  it('is refused what a sidebar may ask, and as a tab of its own it is refused everything', async () => {
    const popup = await openPopup();
    const refused = { ok: false, error: { code: 'not-allowed' } };
    for (const method of ['sidebar.view', 'customer.detail', 'outbox.export', 'account.signOut'])
      expect(await popup.call(method)).toEqual(refused);
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.extensionId}/popup.html`);
    const reply = await page.evaluate(
      (request) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
        ).chrome.runtime.sendMessage(request),
      { heed: 1, method: 'lookup.find', input: { text: ALONE.phone } },
    );
    expect(reply).toEqual(refused);
    await page.close();
  });

  it('gives way to the side panel at once where the rep wants that, and comes back', async () => {
    const onClick = () =>
      worker().evaluate(async () => {
        const { action, sidePanel } = (globalThis as unknown as Extension).chrome;
        const popup = await action.getPopup({});
        return {
          popup: popup.replace(/.*\//, ''),
          panel: (await sidePanel.getPanelBehavior()).openPanelOnActionClick,
        };
      });
    expect(await onClick()).toEqual({ popup: 'popup.html', panel: false });
    await browser.call('toolbar.setClick', { click: 'panel' });
    expect(await onClick()).toEqual({ popup: '', panel: true });
    await stopWorker(browser.context, browser.extensionId);
    expect(await browser.call('toolbar.click', {})).toEqual({ click: 'panel' });
    await browser.call('toolbar.setClick', { click: 'find' });
    expect(await onClick()).toEqual({ popup: 'popup.html', panel: false });
  });

  it('can’t be framed by a page, nor can the page to practise on', async () => {
    for (const name of ['popup.html', 'practice.html']) {
      const url = `chrome-extension://${browser.extensionId}/${name}`;
      await crm.evaluate((src) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src, id: 'framed' }));
      }, url);
      await expect
        .poll(() => crm.frames().some((frame) => frame.url().startsWith('chrome-error:')), {
          timeout: 10_000,
        })
        .toBe(true);
      await crm.evaluate(() => document.querySelector('#framed')?.remove());
    }
  });
});

describe('the keyword in the address bar', () => {
  it('says whom a phone number means, in words; Enter rings with it beside the page', async () => {
    const { first, lines } = await typeIntoAddressBar(MOTHER.phone);
    expect(first).toContain('Several customers share this.');
    expect(lines).toHaveLength(2);
    for (const { description } of lines) expect(description).toMatch(/#\d+: At risk, found by phone$/);
    expect(await view()).toMatchObject({ rings: [] });
    await enter(MOTHER.phone);
    await expect
      .poll(async () => (await view()).rings)
      .toMatchObject([{ via: 'typed', why: 'several', candidates: [{}, {}] }]);
  });

  it('begins the call with the customer who is picked', async () => {
    const { first, lines } = await typeIntoAddressBar(ALONE.email);
    expect(first).toContain('At risk');
    await enter(lines[0]?.content ?? '');
    await expect.poll(async () => (await view()).call?.customer.cardNumber).toEqual(expect.any(Number));
    expect((await view()).call?.customer.identifiers).toMatchObject([{ kind: 'email' }]);
  });

  it('finds by account number, says what is no number, and writes none of it down', async () => {
    expect((await typeIntoAddressBar(SON.number)).lines).toHaveLength(1);
    expect((await typeIntoAddressBar('kestrel')).first).toContain('no phone number');
    await enter('kestrel');
    const stored = await worker().evaluate(async () => {
      const { local, session } = (globalThis as unknown as Extension).chrome.storage;
      return JSON.stringify([await local.get(), await session.get()]);
    });
    expect(stored).not.toContain('kestrel');
    expect(await view()).toMatchObject({ rings: [], call: null });
  });
});

describe('the page to practise on', () => {
  it('plays a round, fits into 280 px either way round, and asks the background and the network for nothing', async () => {
    const page = await browser.context.newPage();
    await page.addInitScript(() => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: Record<string, unknown> } }).chrome;
      const used: string[] = [];
      for (const way of ['sendMessage', 'connect']) runtime[way] = () => used.push(way);
      for (const way of ['setItem', 'removeItem'] as const)
        Storage.prototype[way] = () => void used.push(way);
      indexedDB.open = () => {
        used.push('indexedDB');
        throw new Error('not here');
      };
      Object.assign(globalThis, { heedTestUsed: used });
    });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setViewportSize({ width: 280, height: 700 });
    await page.goto(`chrome-extension://${browser.extensionId}/practice.html`);
    await page.getByText('Customer 1 of 5').first().waitFor();
    const loaded = requests.length;
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (let at = 0; at < 5; at++) {
      for (const key of ['1', '1', 'Enter', '2']) await page.keyboard.press(key);
      await page.getByRole('button', { name: at < 4 ? 'Next customer' : 'See what you heard' }).waitFor();
      await page.evaluate(
        (rtl) => {
          document.documentElement.dir = rtl ? 'rtl' : 'ltr';
        },
        at % 2 === 1,
      );
      if (at < 2) await looksWell(faceOf(page), `practice-${at}`);
      expect(await overflow()).toBe(0);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('heading', { name: 'What you heard in these five' }).waitFor();
    await looksWell(faceOf(page), 'practice-end');
    expect(requests.slice(loaded)).toEqual([]);
    const used = () =>
      page.evaluate(() => (globalThis as unknown as { heedTestUsed: string[] }).heedTestUsed);
    expect(await used()).toEqual([]);
    await page.close();
  });
});
