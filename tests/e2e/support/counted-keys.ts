import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { chord } from './chord';
import type { RepBrowser } from './rep-browser';

/** A keyboard that counts: nothing else of a script that uses it may press, click or type. */
export type CountedKeys = {
  /** one key, or one chord such as `Alt+V`: counts one, wherever the focus is */
  press(key: string): Promise<void>;
  /** Heed's own chord: counts one */
  chord(): Promise<void>;
  /** the one thing that isn't counted. @throws where the focus isn't in the note's summary */
  writeSummary(text: string): Promise<void>;
  /** what was pressed, in order */
  pressed(): readonly string[];
};

/** The rep's keyboard on this page. */
export function countedKeys(page: Page, { worker }: RepBrowser): CountedKeys {
  const pressed: string[] = [];
  const inSummary = async () => {
    const frame = page.frames().find((f) => f.url().includes('/sidebar.html'));
    return frame?.evaluate(() => document.activeElement?.matches('[data-field="summary"] textarea'));
  };
  return {
    pressed: () => pressed,
    async press(key) {
      pressed.push(key);
      await page.keyboard.press(key);
    },
    async chord() {
      pressed.push('Alt+Shift+H');
      expect(await chord(worker)).toBe('heed');
    },
    async writeSummary(text) {
      await expect.poll(inSummary, { timeout: 15_000, message: 'the focus is in the summary' }).toBe(true);
      await page.keyboard.type(text);
    },
  };
}
