import type { NoteContent } from './note';

type Contact = Pick<NoteContent, 'complaint' | 'outcome'>;

/**
 * The contact that opened the complaint that is open now, on which its clock runs: the first that was one since the last
 * that was resolved. What was resolved in a contact about something else settles no complaint. Null where none is open.
 * @param contacts newest first
 */
export function openComplaint<T extends Contact>(contacts: readonly T[]): T | null {
  const resolved = contacts.findIndex(({ complaint, outcome }) => complaint && outcome === 'resolved');
  const since = resolved === -1 ? contacts : contacts.slice(0, resolved);
  return since.findLast(({ complaint }) => complaint) ?? null;
}
