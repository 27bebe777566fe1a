import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { Note, NoteContent, NoteCustomer } from '@/lib/domain/note';
import { uuidv7 } from '@/lib/platform/ids';
import type { EditNote, SaveNote } from '@/lib/protocol/mutation';

export type MutationSpec = {
  userId: string;
  customer: Partial<NoteCustomer>;
  content?: Partial<NoteContent>;
  note?: Partial<Note>;
  id?: string;
};

/** A note as an extension sends it. */
export function makeMutation({ userId, customer, content, note, id }: MutationSpec): SaveNote {
  const now = new Date();
  return {
    id: id ?? uuidv7(now),
    clientId: '01890000-0000-7000-8000-000000000001',
    userId,
    name: 'saveNote',
    args: {
      noteId: uuidv7(now),
      direction: 'inbound',
      suggested: null,
      customer: { cardNumber: null, identifiers: [], ...customer },
      content: { ...emptyNoteContent, summary: 'Asked about the bill.', ...content },
      startedAt: now.toISOString(),
      endedAt: now.toISOString(),
      moves: [],
      ...note,
    },
    at: now.toISOString(),
  };
}

/** An edit of that note, as an extension sends it. */
export function makeEdit(saved: SaveNote, base: number, content: Partial<NoteContent>): EditNote {
  const now = new Date();
  const { clientId, userId, args } = saved;
  return {
    ...{ id: uuidv7(now), clientId, userId, at: now.toISOString() },
    name: 'editNote',
    args: { noteId: args.noteId, base, content: { ...args.content, ...content } },
  };
}
