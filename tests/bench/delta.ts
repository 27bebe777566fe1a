import { setTimeout as sleep } from 'node:timers/promises';
import { type BookSession, openBookSession } from './book-session';
import type { Figure } from './figure';

const CHANGES = 1000;
/** The browser's database goes on putting in order what a first sync wrote; changes come minutes or days after it (ms). */
const SETTLE = 30_000;

async function timeDelta({ browser, publish }: BookSession): Promise<number> {
  await browser.call('pull');
  await sleep(SETTLE);
  await publish(CHANGES);
  return browser.call('pull');
}

/**
 * A thousand changes, spread over the whole book, fetched and applied: most re-scored, one in twenty new.
 * @param against how many customers a larger book has; its time is then the baseline
 * @param profile prints where the worker spent its time on the larger book, too
 */
export async function measureDelta(
  session: BookSession,
  against: number | null,
  profile: boolean,
): Promise<Figure[]> {
  const value = await timeDelta(session);
  const figure = { name: 'delta.1000', value, unit: 'ms' };
  if (against === null) return [figure];
  const larger = await openBookSession(against, profile);
  try {
    const baseline = await timeDelta(larger);
    return [{ ...figure, baseline, ratio: value / baseline }];
  } finally {
    await larger.close();
  }
}
