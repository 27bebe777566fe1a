import type { Identifier } from '@/lib/domain/identifier';
import type { NoteCustomer } from '@/lib/domain/note';

/** What a person has one of, as a rule: an address, a number per CRM. Phones are shared and changed. */
function ownKind(identifier: Identifier): string | null {
  if (identifier.kind === 'phone') return null;
  return identifier.kind === 'email' ? 'email' : `${identifier.system}:${identifier.recordType}`;
}

/** Both have an address, or a number of the same CRM, and none in common. */
function contradict(a: NoteCustomer, b: NoteCustomer): boolean {
  const known = new Set(a.identifiers.map((i) => JSON.stringify(i)));
  return a.identifiers.some((mine) => {
    const kind = ownKind(mine);
    const theirs = b.identifiers.filter((i) => kind !== null && ownKind(i) === kind);
    return theirs.length > 0 && !theirs.some((i) => known.has(JSON.stringify(i)));
  });
}

/** Is it the same customer? By card where both have one, else by an identifier in common and none that speaks against it. */
export function sameCustomer(a: NoteCustomer, b: NoteCustomer): boolean {
  if (a.cardNumber !== null && b.cardNumber !== null) return a.cardNumber === b.cardNumber;
  const known = new Set(a.identifiers.map((i) => JSON.stringify(i)));
  return b.identifiers.some((i) => known.has(JSON.stringify(i))) && !contradict(a, b);
}

/** Do both name the very same identifiers, all of them? Stricter than the above: a shared phone is not enough. */
export function sameIdentifiers(a: NoteCustomer, b: NoteCustomer): boolean {
  const one = new Set(a.identifiers.map((i) => JSON.stringify(i)));
  const other = new Set(b.identifiers.map((i) => JSON.stringify(i)));
  return one.size > 0 && one.size === other.size && [...one].every((i) => other.has(i));
}

const MOST_IDENTIFIERS = 20;

/** One customer, twice: all that both are known by, the first's own first. */
export function joinCustomers(a: NoteCustomer, b: NoteCustomer): NoteCustomer {
  const all = new Map([...a.identifiers, ...b.identifiers].map((i) => [JSON.stringify(i), i]));
  const identifiers = [...all.values()].slice(0, MOST_IDENTIFIERS);
  return { cardNumber: a.cardNumber ?? b.cardNumber, identifiers };
}
