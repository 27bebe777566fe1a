import { inLanguage } from '@/lib/platform/language';
import { formatEs } from './es/format-words';

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** A date in words, each part as the language spells it; no year where it is this one. */
type SpokenDay = { weekday: string; day: number; month: string; year?: string };

const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const place = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (n: number) => `${n}${endings[place.select(n)] ?? 'th'}`;

/** The words between figures, dates and times. */
export const formatEn = {
  /** around what was said, or may be */
  openQuote: '“',
  closeQuote: '”',
  spokenDay: ({ weekday, day, month, year }: SpokenDay) =>
    [`${weekday} the ${ordinal(day)} of ${month}`, year].filter(Boolean).join(' '),
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
