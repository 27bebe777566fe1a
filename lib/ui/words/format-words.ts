import { inLanguage } from '@/lib/platform/language';
import { formatEs } from './es/format-words';

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** The words between figures, dates and times. */
export const formatEn = {
  underMegabyte: 'under 1 MB',
  yesterday: 'yesterday',
  today: 'today',
  tomorrow: 'tomorrow',
  justNow: 'just now',
  ago: (age: string) => `${age} ago`,
  left: (time: string) => `about ${time} left`,
  moment: (clock: string, on: string, isNear: boolean) => `${clock} ${isNear ? on : `on ${on}`}`,
  share: (here: string, all: string) => `${here} of ${all}`,
  days: (n: number) => count(n, 'day', 'days'),
  months: (n: number) => count(n, 'month', 'months'),
  years: (n: number) => count(n, 'year', 'years'),
  tenureYears: (n: number) => `${n} y`,
  tenureMonths: (n: number) => `${n} m`,
} as const;

export const formatWords = inLanguage(formatEn, formatEs);
