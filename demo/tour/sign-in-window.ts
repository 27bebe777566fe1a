import type { BrowserContext } from 'playwright-core';
import { findPage } from './find-page';

export type Credentials = { email: string; password: string };

/**
 * Fills in the window that the browser's own sign-in flow has opened on the store's page, and waits until the flow has
 * closed it.
 * @returns the heading that stood on that page
 */
export async function fillSignInWindow(context: BrowserContext, who: Credentials): Promise<string> {
  const page = await findPage(context, 'The sign-in window of the store', (url) => url.includes('/sign-in'));
  const title = page.getByRole('heading', { level: 1 });
  await title.waitFor();
  const heading = (await title.allInnerTexts()).join();
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  const closed = page.waitForEvent('close', { timeout: 15_000 });
  // The click's own promise is of no use: its page goes away under it.
  await Promise.all([closed, page.getByRole('button', { name: 'Sign in' }).click({ noWaitAfter: true })]);
  return heading;
}
