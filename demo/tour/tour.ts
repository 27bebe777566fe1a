import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../browser/launch-chromium';
import type { TcpProxy } from '../network/tcp-proxy';
import type { Observer } from './observer';
import type { Step } from './run-tour';
import { type SidebarPage, sidebarOn } from './sidebar-page';
import type { Credentials } from './sign-in-window';
import type { Story } from './story';

/** A rep at their desk: a browser of their own, with the CRM in it. */
export type Rep = Credentials & { name: string; browser: ExtensionBrowser; page: Page; sidebar: SidebarPage };

export type Tour = Observer & {
  page: Page | null;
  story: Story;
  crmUrl: string;
  storeUrl: string;
  /** the wire between the browsers and the store */
  network: TcpProxy;
  ana: Rep;
  /** the level that the store has now; what a rep does in the tour may change it */
  levelNow(): Promise<string>;
  /** opens the second rep's browser */
  seatBen(): Promise<Rep>;
};

export type TourStep = Step<Tour>;

/** Opens the CRM in a rep's browser. */
export async function seatRep(
  browser: ExtensionBrowser,
  who: Credentials & { name: string },
  crmUrl: string,
): Promise<Rep> {
  const page = await browser.context.newPage();
  await page.goto(crmUrl);
  return { ...who, browser, page, sidebar: sidebarOn(page) };
}
