import { expect } from 'vitest';
import type { RepBrowser } from './rep-browser';

/** What was wrapped up just now leaves at once, as by "Send now": it can't be undone any more. */
export async function sendNow({ call }: Pick<RepBrowser, 'call'>): Promise<void> {
  const isHeldBack = async () => (await call('sync.state', {})).undoable;
  await expect.poll(isHeldBack, { timeout: 20_000, interval: 50 }).toBe(true);
  await call('sync.now', {});
}
