import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a rep reads at the top of the sidebar: nobody while it is blank. */
export type Shown = { name: string; badge: string } | null;

/** The sidebar in a CRM page, read and used as a rep would. It stands in a closed shadow root; Playwright lists its frame all the same. */
export type Sidebar = {
  frame(): Frame;
  shown(): Promise<Shown>;
  /** waits until this customer stands there */
  shows(name: string): Promise<void>;
  text(): Promise<string>;
  /** waits until it says this */
  says(text: string | RegExp): Promise<void>;
  /** puts it at the note's end at once, as a paste does; where it matters how a hand types, a test uses the keyboard */
  write(summary: string): Promise<void>;
  summary(): Promise<string>;
  /** waits for the word that the background has it on disk */
  saved(): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  /** goes there with the pointer, as a hand does: what has consequences wants it */
  pressByHand(name: string | RegExp): Promise<void>;
};

const TIMEOUT = 20_000;

const frameIn = (page: Page) => page.frames().find((f) => f.url().includes('/sidebar.html'));

/** Waits until the page holds a sidebar. */
export async function sidebarOn(page: Page): Promise<Sidebar> {
  await expect.poll(() => frameIn(page)?.url(), { timeout: TIMEOUT, interval: 30 }).toBeDefined();
  return sidebarOf(page);
}

export function sidebarOf(page: Page): Sidebar {
  const frame = () => {
    const found = frameIn(page);
    if (!found) throw new Error('There is no sidebar on this page');
    return found;
  };
  const text = () => frame().locator('body').innerText();
  const field = () => frame().getByLabel('Summary');
  const shown = () =>
    frame().evaluate(() => {
      const name = document.querySelector('.customer-name')?.textContent?.trim();
      const badge = document.querySelector('.customer-header .risk-badge')?.textContent?.trim();
      return name === undefined ? null : { name, badge: badge ?? '' };
    });
  return {
    frame,
    shown,
    shows: (name) =>
      expect.poll(async () => (await shown())?.name, { timeout: TIMEOUT, interval: 30 }).toBe(name),
    text,
    says: (said) => expect.poll(text, { timeout: TIMEOUT, interval: 50 }).toMatch(said),
    async write(summary) {
      await field().click({ timeout: TIMEOUT });
      await field().press('Control+End');
      await page.keyboard.insertText(summary);
    },
    summary: () => field().inputValue({ timeout: TIMEOUT }),
    saved: () =>
      expect.poll(() => frame().locator('.note').innerText(), { timeout: TIMEOUT }).toMatch(/saved \d/),
    press: (name) => frame().getByRole('button', { name }).first().click({ timeout: TIMEOUT }),
    async pressByHand(name) {
      const button = frame().getByRole('button', { name }).first();
      // Else the click itself brings it there, and it moves under the pointer. It may be painted anew meanwhile.
      const brought = () =>
        button.scrollIntoViewIfNeeded({ timeout: TIMEOUT }).then(
          () => true,
          () => false,
        );
      await expect.poll(brought, { timeout: TIMEOUT }).toBe(true);
      await frame()
        .locator('body')
        .hover({ position: { x: 4, y: 4 }, force: true });
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await button.click({ timeout: TIMEOUT });
    },
  };
}

/** Records every name that is painted, from the one that stands there now. */
export async function recordNames(page: Page): Promise<() => Promise<string[]>> {
  const frame = sidebarOf(page).frame();
  await frame.evaluate(() => {
    const seen: string[] = [];
    const note = () => {
      const name = document.querySelector('.customer-name')?.textContent?.trim();
      if (name && seen.at(-1) !== name) seen.push(name);
    };
    note();
    new MutationObserver(note).observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(globalThis, { heedTestNames: seen });
  });
  return () => frame.evaluate(() => (globalThis as unknown as { heedTestNames: string[] }).heedTestNames);
}
