import type { NoteContent } from '@/lib/domain/note';
import type { NoteMutation } from '@/lib/protocol/mutation';
import type { OutboxRow } from './notes-db';

/** The version that a note has once this is applied. */
export function versionAfter(mutation: NoteMutation): number {
  return mutation.name === 'saveNote' ? 1 : mutation.args.base + 1;
}

/** The same mutation with another text: only for one that can't have reached the store. */
export function withContent(mutation: NoteMutation, content: NoteContent): NoteMutation {
  return mutation.name === 'saveNote'
    ? { ...mutation, args: { ...mutation.args, content } }
    : { ...mutation, args: { ...mutation.args, content } };
}

/** For sorting rows of one note: first the note, then its edits as they were made. */
export function inOrder(a: OutboxRow, b: OutboxRow): number {
  return (a.seq ?? 0) - (b.seq ?? 0) || a.id.localeCompare(b.id);
}

/**
 * What may be sent: of each note the first row alone. An edit waits until its note, and every edit before it, is in the
 * store; a note that needs attention holds back its own edits and nothing else.
 */
export function headsOf(rows: readonly OutboxRow[]): OutboxRow[] {
  const heads = new Map<string, OutboxRow>();
  for (const row of rows) {
    const head = heads.get(row.noteId);
    if (row.state !== 'dropped' && (!head || inOrder(row, head) < 0)) heads.set(row.noteId, row);
  }
  return [...heads.values()];
}
