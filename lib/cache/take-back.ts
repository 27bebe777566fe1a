import type { Mutation, SaveNote } from '@/lib/protocol/mutation';
import { activeId, type Draft, draftBoundTo, finishedId } from './drafts';
import type { NotesDb, OutboxRow } from './notes-db';
import type { OutboxEntry, OutboxRows } from './outbox-rows';
import { seal } from './sealed';
import { onDisk } from './storage-error';
import { undoableId } from './undoable';
import type { UserKeys } from './user-key';

/** Which note is to be a draft again; `writer` is the sidebar that asks. */
export type TakeBack = { userId: string; noteId: string; writer: string; savedAt: string };

const isNew = (mutation: Mutation | null | undefined): mutation is SaveNote => mutation?.name === 'saveNote';

/** What a note of an older version doesn't say of its call. */
const unknown = { dismissed: [], line: '', begunBy: '', asked: '', movedFrom: '' };

function draftOf({ args }: SaveNote, { name, call }: OutboxEntry): Draft {
  const { direction, customer, content, startedAt, moves } = args;
  return { direction, customer, content, startedAt, moves, ...(call ?? { ...unknown, name }) };
}

/** Makes a finished note a draft again, in one transaction, as long as it can't have reached the store. */
export function createTakeBack(db: NotesDb, rows: OutboxRows, userKeys: UserKeys) {
  /** The only row of its note, which has never left. */
  async function waiting(userId: string, noteId: string): Promise<OutboxRow | null> {
    const [row, ...others] = await rows.ofNote(userId, noteId);
    return row && others.length === 0 && row.tried === false && row.state === 'waiting' ? row : null;
  }

  /** @returns what was to be sent; null where the note has left, or may have: nothing has changed then */
  return ({ userId, noteId, writer, savedAt }: TakeBack): Promise<SaveNote | null> =>
    onDisk(async () => {
      const row = await waiting(userId, noteId);
      const entry = row && (await rows.open(row));
      const mutation = entry?.mutation;
      if (!entry || !isNew(mutation)) return null;
      const draft = draftOf(mutation, entry);
      const sealed = await seal(await userKeys.of(userId), draft, draftBoundTo(userId, noteId));
      return db.transaction('rw', db.drafts, db.outbox, db.meta, async () => {
        // It left, or was edited, while it was being sealed.
        if ((await waiting(userId, noteId))?.id !== entry.id) return null;
        await db.outbox.delete(entry.id);
        await db.meta.delete(undoableId(userId));
        await db.meta.delete(finishedId(noteId));
        // Above every revision that another sidebar may remember of this note: those are counted from 1.
        const rev = Date.parse(savedAt);
        await db.drafts.put({ noteId, userId, rev, writer, savedAt, sealed });
        await db.meta.put({ id: activeId(userId), value: noteId });
        return mutation;
      });
    });
}
