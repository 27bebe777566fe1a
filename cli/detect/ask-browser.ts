import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium } from '@/demo/browser/find-chromium';
import type { Diagnosis } from '@/lib/crm/doctor/diagnosis';
import type { Question } from './in-page';
import { bundleForPage, GLOBAL } from './page-bundle';

/** A big saved page takes a while to parse on a small machine. */
const PATIENCE = 120_000;

/** Chromium's sandbox needs user namespaces, which containers and new Ubuntus refuse to Linux programs. */
const SANDBOX = process.platform !== 'linux';

/** A page's own word on its characters, near its beginning; else they are UTF-8. */
const contentType = (html: Buffer) =>
  /<meta[^>]+charset/i.test(html.subarray(0, 4096).toString('latin1'))
    ? 'text/html'
    : 'text/html; charset=utf-8';

/** Opens the saved page as if at its address: nothing else is there, and its scripts don't run again. */
async function openPage(browser: Browser, url: URL, html: Buffer) {
  const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  let isServed = false;
  await page.route('**/*', (route, request) => {
    if (isServed || !request.isNavigationRequest() || request.frame() !== page.mainFrame())
      return route.abort();
    isServed = true;
    return route.fulfill({ body: html, contentType: contentType(html) });
  });
  await page.goto(url.href, { waitUntil: 'domcontentloaded', timeout: PATIENCE });
  return page;
}

export type SavedPage = { url: URL; html: Buffer };
export type Ask = (saved: SavedPage, question: Question) => Promise<Diagnosis>;

/**
 * Starts a real Chromium without a network, puts saved pages into it, each at its address, and asks the product's own
 * reader about them.
 * @param say told in a sentence when a browser has to be installed
 */
export async function withBrowser<T>(say: (line: string) => void, use: (ask: Ask) => Promise<T>): Promise<T> {
  const [script, executablePath] = await Promise.all([bundleForPage(), findChromium(say)]);
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: SANDBOX,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking', '--no-first-run'],
  });
  try {
    return await use(async ({ url, html }, question) => {
      const page = await openPage(browser, url, html);
      try {
        await page.evaluate(script);
        return await page.evaluate<Diagnosis>(`${GLOBAL}.ask(${JSON.stringify(question)})`);
      } finally {
        await page.context().close();
      }
    });
  } finally {
    await browser.close();
  }
}
