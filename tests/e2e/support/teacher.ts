import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { adapters } from '@/lib/crm/registry';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { switchCrmAdapter } from '@/server/crm-adapters/crm-adapters';
import { openPanel } from './panel';
import type { RepBrowser } from './rep-browser';
import type { World } from './world';

type DomNode = {
  nodeId: number;
  nodeName: string;
  nodeValue?: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
  attributes?: string[];
};

const PATIENCE = 20_000;

const textOf = (node: DomNode): string =>
  `${node.nodeValue ?? ''}${(node.children ?? []).map(textOf).join(' ')}`.trim();

function find(node: DomNode, wanted: (node: DomNode) => boolean): DomNode | null {
  if (wanted(node)) return node;
  for (const inner of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = find(inner, wanted);
    if (found) return found;
  }
  return null;
}

function findAll(node: DomNode, name: string): DomNode[] {
  const own = node.nodeName === name ? [node] : [];
  return [
    ...own,
    ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap((inner) => findAll(inner, name)),
  ];
}

/** The tab's number, as the extension's own pages know it. */
async function tabIdOf(browser: RepBrowser, page: Page): Promise<number> {
  const own = await browser.context.newPage();
  await own.goto(`chrome-extension://${browser.extensionId}/options.html`);
  const id = await own.evaluate(async (url) => {
    type Tabs = { chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } } };
    const all = await (globalThis as unknown as Tabs).chrome.tabs.query({});
    return all.find((tab) => tab.url === url)?.id;
  }, page.url());
  await own.close();
  if (id === undefined) throw new Error(`no tab shows ${page.url()}`);
  return id;
}

/** What Heed's own panel is told of the lesson beside it. */
type State = { teaching: boolean; proposal: { host: string; pages: number } | null };
type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: string } };

/** A person who teaches: points with the hand, reads and presses what lies over the page. It stands in a closed shadow root. */
export async function teacherOn(browser: RepBrowser, page: Page) {
  const tabId = await tabIdOf(browser, page);
  await page.bringToFront();
  const side = await openPanel(page);

  async function ask<T>(method: string): Promise<T> {
    const reply = (await side.call(method, { tabId })) as Reply<T>;
    if (!reply.ok) throw new Error(`${method}: ${reply.error.code}`);
    return reply.value;
  }

  async function withPanel<T>(look: (panel: DomNode | null, cdp: CDPSession) => Promise<T>): Promise<T> {
    const cdp = await page.context().newCDPSession(page);
    try {
      const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
      const isPanel = ({ nodeName, attributes = [] }: DomNode) =>
        nodeName === 'SECTION' && attributes.includes('panel');
      return await look(find(root, isPanel), cdp);
    } finally {
      await cdp.detach();
    }
  }

  const text = () => withPanel(async (panel) => (panel ? textOf(panel) : ''));

  /** @returns whether there was such a button */
  async function tryPress(label: string): Promise<boolean> {
    return withPanel(async (panel, cdp) => {
      const button = panel && findAll(panel, 'BUTTON').find((one) => textOf(one) === label);
      if (!button) return false;
      const { model } = await cdp.send('DOM.getBoxModel', { nodeId: button.nodeId });
      const [x = 0, y = 0, , , right = 0, bottom = 0] = model.content;
      await page.mouse.click((x + right) / 2, (y + bottom) / 2);
      return true;
    });
  }

  /** As a person does: again, where the panel says that it didn't count. @returns whether something came of it */
  async function pressed(label: string): Promise<boolean> {
    const before = await text();
    return (await tryPress(label)) && (await text()) !== before && !(await text()).includes(w.covered);
  }

  async function pointed(element: ReturnType<Page['locator']>): Promise<boolean> {
    await element.scrollIntoViewIfNeeded();
    const box = await element.boundingBox();
    if (!box) throw new Error('nothing to point at');
    const [x, y] = [box.x + Math.min(10, box.width / 2), box.y + box.height / 2];
    const before = await text();
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    return (await text()) !== before;
  }

  return {
    text,
    says: (what: string | RegExp) => expect.poll(text, { timeout: PATIENCE, interval: 200 }).toMatch(what),
    press: (label: string) =>
      expect.poll(() => pressed(label), { timeout: PATIENCE, interval: 300 }).toBe(true),
    pressOnce: tryPress,
    begin: () => ask('teach.begin'),
    save: () => side.press(w.save),
    state: () => ask<State>('teach.state'),
    side: () => side.text(),
    /** Clicks where an element stands; the click is the overlay's. Again, where it came too soon to count. */
    point: (element: ReturnType<Page['locator']>) =>
      expect.poll(() => pointed(element), { timeout: PATIENCE, interval: 300 }).toBe(true),
  };
}

export type Teacher = Awaited<ReturnType<typeof teacherOn>>;

/** What the background has been told that this page shows: e-mail addresses and name; null for nobody. */
export async function readOf(
  browser: RepBrowser,
  page: Page,
): Promise<{ name: string; emails: string[] } | null> {
  const tabId = await tabIdOf(browser, page);
  await page.bringToFront();
  return browser.worker.evaluate(async (id) => {
    type Area = { chrome: { storage: { session: { get(key: string): Promise<Record<string, unknown>> } } } };
    const key = `tab:${id}`;
    const all = await (globalThis as unknown as Area).chrome.storage.session.get(key);
    const tab = all[key] as {
      report?: { state: string; identity?: { name: string; people: { kind: string; value: string }[][] } };
    };
    const identity = tab?.report?.state === 'customer' ? tab.report.identity : undefined;
    if (!identity) return null;
    const emails = identity.people.flat().filter(({ kind }) => kind === 'email');
    return { name: identity.name, emails: emails.map(({ value }) => value) };
  }, tabId);
}

/** By the organisation's kill switch: only what is taught here reads any page. */
export async function switchOffBuiltIn({ store }: World): Promise<void> {
  for (const { id } of adapters)
    await switchCrmAdapter(store.db, { id, off: true }, { userId: 'administrator', at: new Date() });
}
