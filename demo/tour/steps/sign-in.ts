import type { Page } from 'playwright-core';
import { findPage } from '../find-page';
import type { Observer } from '../observer';
import { fillSignInWindow } from '../sign-in-window';
import type { Rep, TourStep } from '../tour';

/** Heed's first-run page: it opened by itself when the extension was installed, or is opened now in a profile that is older. */
async function welcomePage({ browser }: Rep, firstRun: boolean): Promise<Page> {
  const url = `chrome-extension://${browser.extensionId}/welcome.html`;
  const isThere = browser.context.pages().some((page) => page.url() === url);
  if (firstRun || isThere) return findPage(browser.context, 'Heed’s first-run page', (at) => at === url);
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
}

async function findStore(page: Page, storeUrl: string, { see }: Observer): Promise<void> {
  const address = page.getByLabel('Address of your organisation’s store');
  await see('the store’s address', () => address.inputValue(), /^http/);
  if ((await address.inputValue()) === storeUrl) return;
  await address.fill(storeUrl);
  await page.getByRole('button', { name: 'Use this store' }).click();
  const said = page.getByText(/^Heed works with/);
  await see('Heed says', async () => (await said.allInnerTexts()).join(), /^Heed works with 127\.0\.0\.1/);
}

export type SignInOptions = Observer & { storeUrl: string; firstRun: boolean };

/**
 * Signs a rep in as a person would: the first-run page, the store's own page in a window of the browser's, e-mail and
 * password. Where the browser still knows the person, that is all.
 * @returns the first-run page, still open
 */
export async function signIn(rep: Rep, options: SignInOptions): Promise<Page> {
  const { see, storeUrl, firstRun } = options;
  const page = await welcomePage(rep, firstRun);
  await page.bringToFront();
  const heading = page.getByRole('heading', { level: 1 });
  await see('the first page says', async () => (await heading.allInnerTexts()).join(), 'Welcome to Heed');
  await findStore(page, storeUrl, options);
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  const account = page.locator('.settings-line strong');
  await button.or(account).first().waitFor();
  if ((await button.count()) > 0) {
    const window = fillSignInWindow(rep.browser.context, rep);
    await button.click();
    await see('the store’s page says', () => window, 'Sign in to Heed');
  }
  await see('signed in', async () => (await account.allInnerTexts()).join(), new RegExp(`^${rep.name}, `));
  return page;
}

export const anaSignsIn: TourStep = {
  title: 'Heed is new in Ana’s browser: she signs in, through the store’s own page',
  picture: 'first-run',
  async run(tour) {
    const page = await signIn(tour.ana, { ...tour, firstRun: true });
    tour.page = page;
    const ready = page.locator('.welcome-ready');
    await tour.see('ready', async () => (await ready.allInnerTexts()).join(), /^All set/);
  },
};
