import type { Card, Driver, DriverCode } from '@/lib/domain/card';
import { inLanguage } from '@/lib/platform/language';
import { formatAgo, formatTenure, plural } from '../format';
import { driverEs } from './es/driver-words';

export type DriverFacts = Pick<Card, 'score' | 'since' | 'contacts90' | 'brokenPromises'>;

/** A driver as a rep would say it. The figures come from the card, so that the words and the rest of the screen agree. */
export const driverEn: Record<DriverCode, (card: DriverFacts, now: Date) => string> = {
  'score-detractor': (c) => (c.score ? `gave us ${c.score.value} of 10` : 'unhappy when last asked'),
  'score-passive': (c) => (c.score ? `lukewarm, ${c.score.value} of 10` : 'lukewarm when last asked'),
  'score-ageing': (c, now) =>
    c.score
      ? `gave us ${c.score.value} of 10 ${formatAgo(c.score.at, now)}`
      : 'unhappy when last asked, long ago',
  'tenure-short': (c, now) => {
    const tenure = c.since ? formatTenure(c.since, now) : 'new';
    return tenure === 'new' ? 'new customer' : `new customer (${tenure})`;
  },
  'contract-monthly': () => 'month-to-month',
  'contract-yearly': () => 'yearly contract',
  'contacts-many': (c) => `${plural(c.contacts90, 'contact', 'contacts')} in 90 days`,
  'case-open': () => 'case still open',
  'promise-broken': (c) =>
    c.brokenPromises > 1 ? `${c.brokenPromises} broken promises` : 'a broken promise',
};

const words = inLanguage(driverEn, driverEs);

/** All drivers in one sentence, strongest first: `Gave us 4 of 10, month-to-month.` Empty where there are none. */
export function driversInWords(drivers: readonly Driver[], card: DriverFacts, now: Date): string {
  const line = drivers.map((d) => words[d.code](card, now)).join(', ');
  return line && `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}
