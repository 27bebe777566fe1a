import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RpcReply } from '@/lib/messaging/envelope';
import { builds } from './support/build-extension';
import { type FirefoxWithExtension, launchFirefox } from './support/launch-firefox';
import { PASSWORD } from './support/people';
import { reps, startWorld, type World } from './support/world';

type ExtensionPage = {
  browser: {
    identity: { getRedirectURL(): string };
    runtime: { sendMessage(request: unknown): Promise<RpcReply> };
  };
};

/** Over BiDi, tabs and frames that hold our own pages report `about:blank`: they must be asked. */
async function addressOf(page: Page | Frame): Promise<string> {
  return page.evaluate(() => location.href).catch(() => '');
}

async function pageAt(browser: Browser, part: string): Promise<Page> {
  return vi.waitFor(
    async () => {
      for (const page of await browser.pages()) if ((await addressOf(page)).includes(part)) return page;
      throw new Error(`No page at ${part}`);
    },
    { timeout: 20_000, interval: 200 },
  );
}

async function sidebarIn(page: Page): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if ((await addressOf(frame)).includes('/sidebar.html')) return frame;
  }
}

describe('Firefox', () => {
  let firefox: FirefoxWithExtension;
  let world: World;

  const call = async (from: Page, method: string, input: unknown) => {
    const reply = await from.evaluate(
      (request) => (globalThis as unknown as ExtensionPage).browser.runtime.sendMessage(request),
      { heed: 1, method, input },
    );
    expect(reply).toMatchObject({ ok: true });
  };

  beforeAll(async () => {
    firefox = await launchFirefox({ extensionDir: builds.firefox, headless: true });
    // First run opens by itself; a test can't go to a page of ours there.
    const welcome = await pageAt(firefox.browser, '/welcome.html');
    const redirect = await welcome.evaluate(() =>
      (globalThis as unknown as ExtensionPage).browser.identity.getRedirectURL(),
    );
    world = await startWorld({ redirectUris: [redirect] });
    await call(welcome, 'settings.setServer', { serverUrl: world.storeUrl });
    await call(welcome, 'sites.refresh', {});
    const signedIn = call(welcome, 'account.signIn', { interactive: true });
    const window = await pageAt(firefox.browser, '/sign-in');
    await window.type('#email', reps.ana);
    await window.type('#password', PASSWORD);
    await window.click('button[type=submit]');
    await signedIn;
    await call(welcome, 'sync.now', {});
  });

  afterAll(async () => {
    await firefox?.close();
    await world?.close();
  });

  it('marks the rows of a list, each with the same empty element', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(`${world.crmUrl}/?latency=50`);
    const marked = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('a.customer-link')].filter((link) => {
            const last = link.lastElementChild;
            return last?.nodeName === 'SPAN' && last.childNodes.length === 0;
          }).length,
      );
    const rows = () => page.evaluate(() => document.querySelectorAll('a.customer-link').length);
    await expect.poll(marked, { timeout: 20_000, interval: 200 }).toBeGreaterThan(0);
    await expect.poll(async () => (await rows()) - (await marked()), { timeout: 10_000 }).toBe(0);
    await page.close();
  });

  it('keeps what is typed, and shows it again after the page was loaded anew', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(`${world.crmUrl}/customers/C-00202?latency=50`);
    const words = 'Billed twice for March; wants it back before Friday';
    const summary = async () => {
      const frame = await sidebarIn(page);
      return frame?.evaluate(() => document.querySelector('textarea')?.value);
    };
    await expect.poll(summary, { timeout: 20_000, interval: 200 }).toBe('');
    const frame = await sidebarIn(page);
    const field = await frame?.$('textarea');
    await field?.type(words);
    await expect
      .poll(async () => frame?.evaluate(() => document.querySelector('.note')?.textContent))
      .toMatch(/saved \d/);
    await page.reload();
    await expect.poll(summary, { timeout: 20_000, interval: 200 }).toBe(words);
    await page.close();
  });

  it('detects the customer on the page and shows their card', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(`${world.crmUrl}/customers/C-00202?latency=50`);
    const read = async () => {
      const frame = await sidebarIn(page);
      return frame?.evaluate(() => ({
        name: document.querySelector('.customer-name')?.textContent,
        badge: document.querySelector('.customer-header .risk-badge')?.textContent,
      }));
    };
    await expect
      .poll(read, { timeout: 20_000, interval: 200 })
      .toEqual({ name: world.customer('C-00202').name, badge: 'At risk' });
    await page.goto(`${world.crmUrl}/?latency=50`);
    await expect.poll(async () => (await read())?.name, { timeout: 10_000, interval: 100 }).toBeUndefined();
  });
});
