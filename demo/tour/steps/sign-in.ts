import type { Observer } from '../observer';
import { fillSignInWindow } from '../sign-in-window';
import type { Rep } from '../tour';

/** Where Heed's folded tab is, from the right edge and the top: it stands in a closed shadow root, so by place. */
const TAB = { fromRight: 14, top: 116 };

/** Opens the folded sidebar with a click of the mouse. */
async function unfold({ page }: Rep): Promise<void> {
  const width = await page.evaluate(() => innerWidth);
  await page.mouse.click(width - TAB.fromRight, TAB.top);
}

/** Signs a rep in as a person would: the sidebar's button, the store's page in a window of its own, e-mail and password. */
export async function signIn(rep: Rep, { see }: Observer, customerUrl: string): Promise<void> {
  const { page, sidebar } = rep;
  await page.goto(customerUrl);
  const heading = page.locator('h1.customer-name');
  await see('the CRM shows', async () => (await heading.allInnerTexts()).join(), /./);
  // The first-run page opened in front of it.
  await page.bringToFront();
  await see(
    'Heed, unfolded, offers',
    async () => {
      if (!(await sidebar.isUnfolded())) await unfold(rep);
      return (await sidebar.button('Sign in').allInnerTexts()).join();
    },
    'Sign in',
  );
  const window = fillSignInWindow(rep.browser.context, rep);
  await sidebar.button('Sign in').click();
  await see('the store’s page says', () => window, 'Sign in to Heed');
  await page.bringToFront();
}
