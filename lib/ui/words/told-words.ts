import { inLanguage } from '@/lib/platform/language';
import { plural } from '../format';
import { withinSentence as within } from '../within-sentence';
import { toldEs } from './es/told-words';

/** `3rd`, `11th`, `21st`. */
function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  const endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' };
  return `${n}${(!teens && endings[n % 10]) || 'th'}`;
}

const days = (n: number) => (n === 1 ? 'a day' : plural(n, 'day', 'days'));

/** What a customer should not have to say twice. */
export const toldEn = {
  contacts: 'Contacts',
  /** `nth`: this contact's place; `n`: days since the first of them */
  nth: (nth: number, about: string, n: number, atLeast: boolean) =>
    `${atLeast ? `At least the ${ordinal(nth)}` : ordinal(nth)} contact about ${within(about)} in ${days(n)}`,
  first: (about: string, n: number) => `First contact about ${within(about)} in ${days(n)}`,
  before: (count: number, about: string, n: number, atLeast: boolean) =>
    `${atLeast ? 'At least ' : ''}${plural(count, 'contact', 'contacts')} about ${within(about)} in ${days(n)}`,
  saidLast: 'Said last',
  notedBy: (author: string, when: string) => `noted by ${author}, ${when}`,
  /** after what was promised, before what became of it */
  promisedFor: (day: string) => `, ${day}: `,
  case: 'Case',
  complaint: 'Complaint',
  openSince: (day: string) => `open since ${day}`,
  answer: 'Answer',
  step: (name: string, when: string) => `${name}: ${when}`,
  due: (day: string) => `due ${day}`,
  wasDue: (day: string) => `was due ${day}`,
  left: (time: string) => `${time} left`,
  overdue: (time: string) => `${time} overdue`,
  days: (n: number) => plural(n, 'day', 'days'),
  workedOut: (day: string) => `Worked out ${day}.`,
  byAnother: 'Given by another contact of this account: not theirs to hear',
  answers: (n: number) => plural(n, 'answer', 'answers'),
} as const;

export const toldWords = inLanguage(toldEn, toldEs);
