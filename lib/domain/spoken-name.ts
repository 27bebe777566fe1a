import type { NoteCustomer } from './note';

/** More than four long names and a title. A page may put 300 characters where it shows a name. */
const LONGEST = 60;
/** Digits, an address, line breaks, and what hides or turns letters around. Persian and Sinhala names have the two joiners. */
const NOT_SPOKEN = /[\p{N}@\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{C}/u;

/**
 * What a rep may read aloud as the customer's name; empty where what stands there is none: what stands for it, such as
 * `#202`, or whatever else a page put there.
 */
export function spokenName({ name, customer }: { name: string; customer: NoteCustomer }): string {
  const standsForName = customer.identifiers.some(({ value }) => value === name);
  return standsForName || name.length > LONGEST || NOT_SPOKEN.test(name) ? '' : name;
}
