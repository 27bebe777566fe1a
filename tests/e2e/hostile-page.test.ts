import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRepBrowser, type RepBrowser, storeBuildRedirect } from './support/rep-browser';
import { type Sidebar, sidebarOn } from './support/sidebar';
import { reps, startWorld, type World } from './support/world';

const A = 'C-00202';

let world: World;
let browser: RepBrowser;

/** What the page's own scripts see. */
type PageGlobals = {
  chrome?: { runtime?: { sendMessage?: (...args: unknown[]) => unknown; connect?: unknown } };
};

async function open(): Promise<{ page: Page; sidebar: Sidebar }> {
  const page = await browser.context.newPage();
  await page.goto(`${world.crmUrl}/customers/${A}?latency=50`);
  const sidebar = await sidebarOn(page);
  await sidebar.shows(world.customer(A).name);
  return { page, sidebar };
}

/** Adds a frame with this address to the page, and waits until it has loaded or been refused. */
async function frameBy(page: Page, src: string): Promise<Frame | undefined> {
  const known = new Set(page.frames());
  await page.evaluate(
    (address) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.addEventListener('load', () => resolve());
        frame.src = address;
        document.body.append(frame);
        setTimeout(resolve, 3000);
      }),
    src,
  );
  return page.frames().find((f) => !known.has(f));
}

/** Something of the page's own lies over everything, and lets clicks through. */
const cover = (page: Page) =>
  page.evaluate(() => {
    const over = document.createElement('div');
    over.style.cssText =
      'position:fixed;inset:0;z-index:2147483647;background:#fff;opacity:.4;pointer-events:none';
    document.documentElement.append(over);
  });
const uncover = (page: Page) => page.evaluate(() => document.documentElement.lastElementChild?.remove());

beforeAll(async () => {
  world = await startWorld({ redirectUris: [storeBuildRedirect] });
  browser = await openRepBrowser(world, { email: reps.ana });
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('a hostile page that the rep has granted', () => {
  it('can’t reach into the sidebar, nor find it', async () => {
    const { page } = await open();
    const reached = await page.evaluate(() => ({
      frames: window.length,
      inDocument: document.querySelectorAll('iframe').length,
      shadows: [...document.querySelectorAll('*')].filter((e) => e.shadowRoot).length,
      text: document.documentElement.innerText.includes('Say first'),
      resources: performance
        .getEntriesByType('resource')
        .filter((e) => e.name.startsWith('chrome-extension:')).length,
    }));
    expect(reached).toEqual({ frames: 0, inDocument: 0, shadows: 0, text: false, resources: 0 });
    await page.close();
  });

  it('can’t call the background', async () => {
    const { page } = await open();
    const answer = await page.evaluate(async (id) => {
      const { chrome } = globalThis as PageGlobals;
      if (!chrome?.runtime?.sendMessage) return 'no way to send';
      try {
        return await chrome.runtime.sendMessage(id, { heed: 1, method: 'sidebar.view', input: {} });
      } catch (error) {
        return String(error);
      }
    }, browser.extensionId);
    expect(answer).toBe('no way to send');
    await page.close();
  });

  it('can’t talk to the sidebar, or pass for the content script, by forged window messages', async () => {
    const { page, sidebar } = await open();
    const before = await sidebar.shown();
    // Straight into the frame, as a page would that had found a way to it.
    const element = await sidebar.frame().frameElement();
    await element.evaluate((frame) => {
      const { port1, port2 } = new MessageChannel();
      const forged = [
        { heed: 'hello', nonce: 'guess' },
        { type: 'identity', key: null },
        { type: 'size', collapsed: true },
      ];
      const target = (frame as HTMLIFrameElement).contentWindow;
      for (const message of forged) {
        target?.postMessage(message, '*');
        window.postMessage(message, '*');
        window.dispatchEvent(new MessageEvent('message', { data: message, source: window, ports: [port1] }));
      }
      target?.postMessage({ heed: 'hello', nonce: 'guess' }, '*', [new MessageChannel().port1]);
      port2.postMessage({ type: 'identity', key: 'someone else' });
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await sidebar.shown()).toEqual(before);
    await page.close();
  });

  it('gets nothing out of a sidebar that it frames itself, by the fixed or the hidden address', async () => {
    const { page, sidebar } = await open();
    const hidden = await hiddenAddress(sidebar.frame());
    for (const address of [`chrome-extension://${browser.extensionId}/sidebar.html`, hidden]) {
      const framed = await frameBy(page, address);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const text = (await framed?.evaluate(() => document.body?.innerText ?? '').catch(() => '')) ?? '';
      expect(text.trim()).not.toContain(world.customer(A).name);
      expect(await replyTo(framed)).not.toMatchObject({ ok: true });
    }
    await page.close();
  });

  it('can’t get a caller verified, nor an offer recorded, by a click made under an overlay', async () => {
    const { page, sidebar } = await open();
    const caller = sidebar.frame().getByRole('group', { name: 'Caller' });
    await cover(page);
    await sidebar.pressByHand('Verified');
    await expect.poll(() => sidebar.text()).toContain('Nothing was done');
    expect(await caller.innerText()).toContain('Not verified');
    // The same click in plain sight counts: it was the cover that kept it out.
    await uncover(page);
    await sidebar.pressByHand('Verified');
    const offers = sidebar.frame().getByRole('region', { name: 'You may offer' });
    const offer = offers.getByRole('button').first();
    await offer.waitFor();
    await cover(page);
    await offers.hover({ position: { x: 8, y: 8 } });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await offer.click();
    await expect.poll(() => sidebar.text()).toContain('Nothing was recorded');
    expect(await offers.innerText()).not.toContain('In this call');
    await uncover(page);
    await offers.hover({ position: { x: 8, y: 8 } });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await offer.click();
    await expect.poll(() => offers.innerText(), { timeout: 10_000 }).toContain('offered');
    await page.close();
  });

  it('can’t get the second click of two by moving the sidebar under the pointer', async () => {
    const { page, sidebar } = await open();
    await expect.poll(() => sidebar.text(), { timeout: 10_000 }).toContain('You may offer');
    const offers = sidebar.frame().getByRole('region', { name: 'You may offer' });
    const box = await offers.getByRole('button', { name: 'Check the last three bills' }).boundingBox();
    if (!box) throw new Error('No offer in sight');
    const bait = { x: 300, y: 500 };
    await page.mouse.move(bait.x, bait.y);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await page.mouse.down();
    await page.mouse.up();
    await page.evaluate(
      ([x, y]) => {
        document.documentElement.style.transform = `translate(${x}px, ${y}px)`;
      },
      [bait.x - (box.x + 20), bait.y - (box.y + 10)],
    );
    await new Promise((resolve) => setTimeout(resolve, 800));
    await page.mouse.down();
    await page.mouse.up();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await offers.innerText()).not.toContain('Check the last three bills · offered');
    expect(await offers.getByRole('listitem').filter({ hasText: 'Check the last three bills' }).count()).toBe(
      0,
    );
    await page.close();
  });
});

describe('a page that nobody granted', () => {
  const ungranted = () => world.crmUrl.replace('127.0.0.1', 'localhost');

  it('gets no content script and no sidebar', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${ungranted()}/customers/${A}?latency=50`);
    await page.locator('h1.customer-name').waitFor();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(page.frames()).toHaveLength(1);
    await page.close();
  });

  it('gets nothing out of a sidebar that it frames', async () => {
    const { page: granted, sidebar } = await open();
    const hidden = await hiddenAddress(sidebar.frame());
    const page = await browser.context.newPage();
    await page.goto(`${ungranted()}/customers/${A}?latency=50`);
    for (const address of [`chrome-extension://${browser.extensionId}/sidebar.html`, hidden]) {
      const framed = await frameBy(page, address);
      expect(await replyTo(framed)).not.toMatchObject({ ok: true });
    }
    await page.close();
    await granted.close();
  });
});

/** The address of this session that hides the frame from pages; an attacker is assumed to have it. */
async function hiddenAddress(frame: Frame): Promise<string> {
  const element = await frame.frameElement();
  const src = await element.getAttribute('src');
  if (!src) throw new Error('The sidebar’s frame has no address');
  return src;
}

/** Asks the background from inside such a frame, as a script of ours there would. */
async function replyTo(frame: Frame | undefined): Promise<unknown> {
  if (!frame) return 'no frame';
  return frame
    .evaluate(async () => {
      const { chrome } = globalThis as PageGlobals;
      return (
        chrome?.runtime?.sendMessage?.({ heed: 1, method: 'sidebar.view', input: {} }) ?? 'no way to send'
      );
    })
    .catch((error) => String(error));
}

describe('a hostile page that makes noise', () => {
  it('can’t keep the background from other tabs', async () => {
    const { page: noisy } = await open();
    await noisy.evaluate(() => {
      for (let i = 0; i < 300; i++)
        window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      // These are the browser's own events; it lets a page have 200 of them in ten seconds.
      for (let i = 0; i < 150; i++) history.pushState(null, '', location.href);
    });
    const { page: other } = await open();
    const sidebar = await sidebarOn(noisy);
    await sidebar.shows(world.customer(A).name);
    await other.close();
    await noisy.close();
  });
});
