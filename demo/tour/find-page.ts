import type { BrowserContext, Page } from 'playwright-core';

const PATIENCE = 20_000;
const PAUSE = 50;

/**
 * A page that the browser opened by itself. Looked for again and again: when the browser tells of a new page, its
 * address is often not known yet.
 * @param what to say of it where it never came
 */
export async function findPage(
  context: BrowserContext,
  what: string,
  isIt: (url: string) => boolean,
): Promise<Page> {
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline) {
    const page = context.pages().find((p) => isIt(p.url()));
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error(`${what} did not open`);
}
