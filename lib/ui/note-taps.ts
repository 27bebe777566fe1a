import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent } from '@/lib/domain/note';
import { sameSaid } from './note-said';

type Field = keyof NoteContent;

/** One tap on a note: what each field that it changed said before and after. */
export type Tap = { noteId: string; before: Partial<NoteContent>; after: Partial<NoteContent> };

/** Typing is undone where it is typed, by the field itself. */
function isTyping(field: Field, a: NoteContent, b: NoteContent): boolean {
  if (field === 'summary') return true;
  return field === 'promise' && (a.promise?.dueOn === b.promise?.dueOn || !a.promise || !b.promise);
}

/** What was tapped, where it wasn't typed; null where it was, or nothing changed. */
export function tapBetween(noteId: string, before: NoteContent, after: NoteContent): Tap | null {
  const fields = (Object.keys(emptyNoteContent) as Field[]).filter(
    (field) => !sameSaid(before[field], after[field]) && !isTyping(field, before, after),
  );
  if (fields.length === 0) return null;
  const of = (content: NoteContent) => Object.fromEntries(fields.map((field) => [field, content[field]]));
  return { noteId, before: of(before), after: of(after) };
}

/** Did it take an offer or a reason out of the note? */
export function takesOut({ before, after }: Tap): boolean {
  return (['offers', 'reasons'] as const).some(
    (field) => (before[field]?.length ?? 0) > (after[field]?.length ?? 0),
  );
}

/** The note as if that tap hadn't been; what was changed since stays. */
export function withoutTap(content: NoteContent, { before, after }: Tap): NoteContent {
  const untouched = (Object.keys(before) as Field[]).filter((field) =>
    sameSaid(content[field], after[field]),
  );
  return { ...content, ...Object.fromEntries(untouched.map((field) => [field, before[field]])) };
}
