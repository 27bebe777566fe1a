import type { NoteCustomer } from './note';

/** What stands for a customer whose name no page has shown yet: their number in Heed, else what they called from. */
export function standInName({ cardNumber, identifiers }: NoteCustomer): string {
  return cardNumber === null ? (identifiers[0]?.value ?? '') : `#${cardNumber}`;
}

/** What a customer is called to a person: by the name that a page has shown, else by what stands for it. */
export function shownName({ name, customer }: { name: string; customer: NoteCustomer }): string {
  return name || standInName(customer);
}
