import type { BrowserContext, Page } from 'playwright-core';

export type Credentials = { email: string; password: string };

async function signInPage(context: BrowserContext, timeout: number): Promise<Page> {
  const deadline = performance.now() + timeout;
  while (performance.now() < deadline) {
    const page = context.pages().find((p) => p.url().includes('/sign-in'));
    if (page && (await page.locator('h1').count()) > 0) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The sign-in window of the store did not open');
}

/**
 * Fills in the window that the browser's own sign-in flow has opened on the store's page, and waits until the flow has
 * closed it.
 * @returns the heading that stood on that page
 */
export async function fillSignInWindow(context: BrowserContext, who: Credentials): Promise<string> {
  const page = await signInPage(context, 15_000);
  const heading = (await page.locator('h1').allInnerTexts()).join(' ');
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  const closed = page.waitForEvent('close', { timeout: 15_000 });
  // The click's own promise is of no use: its page goes away under it.
  await Promise.all([closed, page.getByRole('button', { name: 'Sign in' }).click({ noWaitAfter: true })]);
  return heading;
}
