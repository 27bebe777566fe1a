import { inLanguage } from '@/lib/platform/language';
import { nameEs } from './es/name-words';
/** What stands for somebody whom the page or Heed doesn't know enough of. */
export const nameEn = {
  /** in the middle of a sentence, where “No name on the page” would read like a name */
  nameless: 'a customer without a name',
  /** who it is, is not this reader's to know */
  another: 'another customer',
  /** no card, and all customers are here */
  absent: 'Not in Heed',
} as const;

export const nameWords = inLanguage(nameEn, nameEs);
