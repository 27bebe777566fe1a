import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeViolations, type Evaluate } from './axe-violations';
import type { Panel } from './panel';

/** What a person sees of one of our pages. */
export type Face = {
  evaluate: Evaluate;
  scheme(colorScheme: 'light' | 'dark'): Promise<unknown>;
  /** as a PNG */
  picture(): Promise<Uint8Array>;
};

/** @param frame where it stands in somebody else's page */
export const faceOf = (page: Page, frame: Page | Frame = page): Face => ({
  evaluate: (expression) => frame.evaluate(expression),
  scheme: (colorScheme) => page.emulateMedia({ colorScheme }),
  picture: () => page.screenshot(),
});

export const faceOfPanel = ({ evaluate, picture, send }: Panel): Face => ({
  evaluate,
  scheme: (value) =>
    send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] }),
  picture: async () => Buffer.from(await picture(), 'base64'),
});

/** Not committed; to be looked at after a run. */
const FOLDER = '.heed/looks';
const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** In light and dark axe finds nothing, and nothing has to be scrolled sideways. */
export async function looksWell(face: Face, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const scheme of ['dark', 'light'] as const) {
    await face.scheme(scheme);
    expect(await axeViolations(face.evaluate), `${name}, ${scheme}`).toEqual([]);
    writeFileSync(join(FOLDER, `${name}-${scheme}.png`), await face.picture());
  }
  expect(await face.evaluate(SIDEWAYS), `${name} is cut`).toBeLessThanOrEqual(0);
}
