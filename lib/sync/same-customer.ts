import type { NoteCustomer } from '@/lib/domain/note';

/** Is it surely the same customer? By card where both have one, else by an identifier in common. */
export function sameCustomer(a: NoteCustomer, b: NoteCustomer): boolean {
  if (a.cardNumber !== null && b.cardNumber !== null) return a.cardNumber === b.cardNumber;
  const known = new Set(a.identifiers.map((i) => JSON.stringify(i)));
  return b.identifiers.some((i) => known.has(JSON.stringify(i)));
}

/** Do both name the very same identifiers, all of them? Stricter than the above: a shared phone is not enough. */
export function sameIdentifiers(a: NoteCustomer, b: NoteCustomer): boolean {
  const one = new Set(a.identifiers.map((i) => JSON.stringify(i)));
  const other = new Set(b.identifiers.map((i) => JSON.stringify(i)));
  return one.size > 0 && one.size === other.size && [...one].every((i) => other.has(i));
}
