import type { Observer } from '../observer';
import { fillSignInWindow } from '../sign-in-window';
import type { Rep } from '../tour';

/** Where Heed's folded tab is, from the right edge and the top: it stands in a closed shadow root, so by place. */
const TAB = { fromRight: 14, top: 116 };

/** Opens the folded sidebar with a click of the mouse, if it is folded. */
export async function unfold(rep: Rep): Promise<void> {
  const width = await rep.page.evaluate(() => innerWidth);
  await rep.page.mouse.click(width - TAB.fromRight, TAB.top);
}

/** Signs a rep in as a person would: the sidebar's button, the store's page in a window of its own, e-mail and password. */
export async function signIn(rep: Rep, { see }: Observer, customerUrl: string): Promise<void> {
  await rep.page.goto(customerUrl);
  await see(`${rep.name}’s CRM shows`, () => rep.page.title(), /Demo CRM$/);
  await unfold(rep);
  const button = rep.sidebar.button('Sign in');
  await see('the sidebar offers', async () => (await button.allInnerTexts()).join(), 'Sign in');
  const window = fillSignInWindow(rep.browser.context, rep);
  await button.click();
  await see('the store’s page says', () => window, 'Sign in to Heed');
}
