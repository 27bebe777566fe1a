import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** `demo/pictures` where the README's are taken anew (`npm run pictures`); else a folder that is not committed. */
const FOLDER = process.env.HEED_TOUR_PICTURES ?? '.heed/by-keys';

/** What moves has come to rest (ms). */
const SETTLED = 300;

/** What the rep sees now. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}
