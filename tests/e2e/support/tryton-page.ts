import type { Page } from 'playwright-core';
import { bundleScript } from '@/tests/support/bundle-script';
import type { Probed } from './tryton-probe';

/** What its scripts and our probe have put into the page. */
type TrytonWindow = {
  heedEye(): unknown;
  heedOpen(): string;
  heedProbed: Probed;
  heedNumbers(known: Record<string, number>): void;
  Sao: {
    rpc(
      call: { method: string; params: unknown[] },
      session: unknown,
    ): Promise<{ id: number; code: string }[]>;
    Session: { current_session: unknown };
  };
};

/** A browser tab with Tryton in it, used as an agent would. */
export type TrytonPage = {
  page: Page;
  /**
   * Waits until the server has answered everything and the page has come to rest. Who is open then: '' also where
   * Tryton has left the page under an address that isn't that party's.
   */
  settled(): Promise<string>;
  probed(): Promise<Probed>;
  /** how long the server takes for each answer from now on, in milliseconds */
  slow(ms: number): void;
  goTo(path: string): Promise<void>;
  openParty(id: number): Promise<void>;
  openList(): Promise<void>;
  /** in the open tab's own toolbar: `next`, `previous`, `switch_` */
  press(button: string): Promise<void>;
  openRow(index: number): Promise<void>;
  tabs(): Promise<number>;
  clickTab(index: number): Promise<void>;
  closeTab(): Promise<void>;
};

const PANE = '#tabcontent > .tab-pane.active';
const REST = 200;

async function logIn(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/#crm`);
  // Once it knows the databases; before, it takes no login.
  await page.locator('#database:visible').waitFor();
  await page.locator('#login').fill('admin');
  await page.locator('#login').press('Enter');
  const password = page.locator('input[type=password]:visible');
  await password.fill('agentpass1');
  await password.press('Enter');
  await page.locator('#user-preferences').getByText('Agnes Agent').waitFor();
}

/** Requests on their way; not the one that waits for the server to have something to say. */
function countPending(page: Page): () => number {
  const pending = new Set<unknown>();
  page.on('request', (r) => r.method() === 'POST' && !r.url().includes('/bus') && pending.add(r));
  page.on('requestfinished', (r) => pending.delete(r));
  page.on('requestfailed', (r) => pending.delete(r));
  return () => pending.size;
}

async function tellNumbers(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { Sao, heedNumbers } = globalThis as unknown as TrytonWindow;
    const parties = await Sao.rpc(
      { method: 'model.party.party.search_read', params: [[], 0, null, null, ['code'], {}] },
      Sao.Session.current_session,
    );
    heedNumbers(Object.fromEntries(parties.map(({ id, code }) => [code, id])));
  });
}

async function rest(page: Page, pending: () => number): Promise<string> {
  const now = () => page.evaluate(() => JSON.stringify((globalThis as unknown as TrytonWindow).heedEye()));
  let before = '';
  for (;;) {
    const eye = await now();
    if (pending() === 0 && eye === before)
      return page.evaluate(() => (globalThis as unknown as TrytonWindow).heedOpen());
    before = eye;
    await page.waitForTimeout(REST);
  }
}

/** Logs in, with the probe in the page from its start. */
export async function openTryton(page: Page, base: string): Promise<TrytonPage> {
  let delay = 0;
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.addInitScript({ content: await bundleScript('tests/e2e/support/tryton-probe.ts', 'heedProbe') });
  await page.route('**/crm/', async (route) => {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    await route.continue();
  });
  const pending = countPending(page);
  await logIn(page, base);
  await tellNumbers(page);
  const goTo = (path: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `crm${path}`);
  const click = (css: string) => page.locator(css).first().dispatchEvent('click');
  return {
    page,
    settled: () => rest(page, pending),
    probed: () => page.evaluate(() => (globalThis as unknown as TrytonWindow).heedProbed),
    slow(ms) {
      delay = ms;
    },
    goTo,
    openParty: (id) => goTo(`/model/party.party/${id};name=%22Party%22&views=%5Bnull%5D`),
    openList: () => goTo('/model/party.party;name=%22Party%22&views=%5Bnull%5D'),
    async press(button) {
      const found = page.locator(`${PANE} .btn-toolbar button#${button}`);
      if ((await found.count()) > 0) await found.first().dispatchEvent('click');
    },
    async openRow(index) {
      const rows = page.locator(`${PANE} .screen-container > .content-box > div > .treeview tbody > tr`);
      const count = await rows.count();
      const cell = rows
        .nth(index % Math.max(count, 1))
        .locator('td')
        .nth(2);
      if (count > 0 && (await cell.isVisible())) await cell.dblclick({ timeout: 5000, force: true });
    },
    tabs: () => page.locator('#tablist > li').count(),
    clickTab: (index) => click(`#tablist > li:nth-child(${index + 1}) > a`),
    closeTab: () => click('#tablist > li.active button.close'),
  };
}
