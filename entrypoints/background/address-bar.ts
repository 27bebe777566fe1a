import { browser } from 'wxt/browser';
import { uuidv7 } from '@/lib/platform/ids';
import { setLanguage } from '@/lib/platform/language';
import { addressBarLines, asXml, readAddressBar } from '@/lib/ui/lookup/address-bar';
import { ringsChanged } from './page-changes';
import { openPanelBeside } from './panel';
import type { Services } from './services';
import { clock } from './services/shared';

type Suggest = (lines: { content: string; description: string }[]) => void;
type AddressBar = { s: Services; run: (where: string, work: () => Promise<unknown>) => void };

/** Each letter is a question; only what stands there a moment is asked. */
const WAIT = 120;

/** Firefox shows descriptions as they are. */
const shown = (text: string) => (import.meta.env.FIREFOX ? text : asXml(text));

/**
 * The keyword in the address bar. What is typed there is looked up here and goes into no log. Enter rings with it, as
 * the field in the sidebar does; picking a customer begins the call. Both open the browser's own sidebar: by the time of
 * Enter the tab has to be known, since a key counts only until something is awaited (Chromium before 131 and Firefox
 * before 143 count none: there the ring waits on the button and in the sidebars that are open).
 */
export function createAddressBar({ s, run }: AddressBar) {
  let tabId: number | undefined;
  let latest = 0;

  async function lookAround(): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    tabId = tab?.id;
  }

  async function suggestFor(typed: string, suggest: Suggest): Promise<void> {
    latest += 1;
    const mine = latest;
    await new Promise((resolve) => setTimeout(resolve, WAIT));
    if (mine !== latest) return;
    const answer = await s.lookups.find(typed);
    if (mine !== latest) return;
    const { language, isPrivate } = await s.look.of(null);
    setLanguage(language);
    const { first, others } = addressBarLines(typed, answer, isPrivate);
    browser.omnibox.setDefaultSuggestion({ description: shown(first) });
    suggest(others.map(({ content, description }) => ({ content, description: shown(description) })));
  }

  async function take(entered: string): Promise<void> {
    const { text, cardNumber } = readAddressBar(entered);
    const here = { tabId, writer: 'address bar' };
    const begun = { text, cardNumber, noteId: uuidv7(clock.now()) };
    const work = cardNumber === null ? s.phone.find(text) : s.lookups.begin(here, begun);
    await work.finally(() => ringsChanged(s));
  }

  return {
    started(): void {
      const { first } = addressBarLines('', { state: 'unreadable' }, false);
      browser.omnibox.setDefaultSuggestion({ description: shown(first) });
      run('address bar', lookAround);
    },
    changed(typed: string, suggest: Suggest): void {
      run('address bar', lookAround);
      run('address bar', () => suggestFor(typed, suggest));
    },
    entered(entered: string): void {
      latest += 1;
      if (tabId !== undefined) openPanelBeside(tabId).catch(() => undefined); // the ring waits on the button
      run('address bar', () => take(entered));
    },
  };
}

/** To be called before anything is awaited: the first letter wakes the worker. */
export function listenToAddressBar(background: AddressBar): void {
  const addressBar = createAddressBar(background);
  browser.omnibox.onInputStarted.addListener(addressBar.started);
  browser.omnibox.onInputChanged.addListener(addressBar.changed);
  browser.omnibox.onInputEntered.addListener(addressBar.entered);
}
