import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent } from '@/lib/domain/note';
import type { CallSlot } from '@/lib/messaging/sidebar-view';

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same words and choices, in whatever order the fields came. */
export function sameSaid(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

/** Does the note say anything at all? A caller who was checked counts: a contact took place. */
export function saysAnything(content: NoteContent): boolean {
  return !sameSaid(content, emptyNoteContent);
}

type Said = { content: NoteContent; editing: CallSlot['editing'] };

/** Is there anything to save: words, or a change to the words there were? */
export function saysNews({ content, editing }: Said): boolean {
  return editing ? !sameSaid(content, editing.original) : saysAnything(content);
}
