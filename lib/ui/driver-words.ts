import type { Card, Driver, DriverCode } from '@/lib/domain/card';
import { formatAgo, formatTenure, plural } from './format';

type Facts = Pick<Card, 'score' | 'since' | 'contacts90' | 'brokenPromises'>;

/** A driver as a rep would say it. The figures come from the card, so that the words and the rest of the screen agree. */
const words: Record<DriverCode, (card: Facts, now: Date) => string> = {
  'score-detractor': (c) => (c.score ? `Gave us ${c.score.value} of 10` : 'Unhappy when last asked'),
  'score-passive': (c) => (c.score ? `Lukewarm: gave us ${c.score.value} of 10` : 'Lukewarm when last asked'),
  'score-ageing': (c, now) =>
    c.score
      ? `Gave us ${c.score.value} of 10, ${formatAgo(c.score.at, now)}`
      : 'Unhappy when last asked, long ago',
  'tenure-short': (c, now) => {
    const tenure = c.since ? formatTenure(c.since, now) : 'new';
    return tenure === 'new' ? 'New customer' : `New customer (${tenure})`;
  },
  'contract-monthly': () => 'Month-to-month contract',
  'contract-yearly': () => 'Yearly contract',
  'contacts-many': (c) => `Had to contact us ${plural(c.contacts90, 'time', 'times')} in 90 days`,
  'case-open': () => 'Case still open',
  'promise-broken': (c) =>
    c.brokenPromises > 1 ? `We broke ${c.brokenPromises} promises` : 'We broke a promise',
};

export function driverWords(driver: Driver, card: Facts, now: Date): string {
  return words[driver.code](card, now);
}
