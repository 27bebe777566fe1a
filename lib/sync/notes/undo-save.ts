import type { Drafts } from '@/lib/cache/drafts';
import type { TakeBack } from '@/lib/cache/take-back';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { SaveNote } from '@/lib/protocol/mutation';
import type { Account } from '@/lib/sync/account/account';
import type { Suggestions } from '@/lib/sync/reasons/suggestions';
import { type NoteBegin, noteLock, type Place } from './begin-note';
import type { CancelEdit } from './cancel-edit';
import type { NoteEdits } from './note-edits';
import type { SeenRevisions } from './seen-revisions';

type UndoDeps = {
  account: Pick<Account, 'author'>;
  begin: Pick<NoteBegin, 'leave'>;
  drafts: Pick<Drafts, 'active'>;
  cancelEdit: Pick<CancelEdit, 'editOf'>;
  seen: Pick<SeenRevisions, 'forget'>;
  edits: Pick<NoteEdits, 'beginSaved'>;
  suggestions: Pick<Suggestions, 'restore'>;
  takeBack(asked: TakeBack): Promise<SaveNote | null>;
  exclusive: Exclusive;
  clock: Clock;
};

type Wrapped = { userId: string; name: string; mutation: SaveNote };
export type UndoAsked = { noteId: string; draftId: string };

/**
 * Undoes a wrap-up, for a little while: as long as `UNDO_HOLD` keeps the note here, it goes on as if it hadn't been
 * saved. What was saved last is remembered in the worker's memory alone, which goes with it: only for an edit of what has
 * left by then.
 */
export function createUndoSave({
  account,
  begin,
  drafts,
  cancelEdit,
  seen,
  edits,
  suggestions,
  takeBack,
  exclusive,
  clock,
}: UndoDeps) {
  let last: Wrapped | null = null;

  async function backAsDraft(userId: string, { writer }: Place, noteId: string): Promise<boolean> {
    const call = await drafts.active(userId);
    await seen.forget(noteId);
    const savedAt = clock.now().toISOString();
    const back = await exclusive(noteLock(noteId), async () => {
      // An edit of it has begun: that is gone on with, or there would be two drafts of one note.
      if (await cancelEdit.editOf(userId, noteId)) return null;
      return takeBack({ userId, noteId, writer, savedAt });
    });
    if (!back) return false;
    // The note is a draft by now, whatever becomes of what was suggested for it.
    await suggestions.restore(noteId, back.args.suggested).catch(() => undefined);
    // Only now: where it can't be undone, the present call goes on as if nobody had asked.
    if (call !== null && call !== noteId) await begin.leave(userId, call);
    return true;
  }

  return {
    saving: {
      wrapped(saved: Wrapped): void {
        last = saved;
      },
    },

    /** To be called at sign-out: it is a whole note, with its customer. */
    forget(): void {
      last = null;
    },

    /** @throws {AppError} `not-found` where the note has left and is not remembered any more */
    async undo(place: Place, { noteId, draftId }: UndoAsked): Promise<'draft' | 'edit'> {
      const { id: userId } = await account.author();
      const saved = last;
      if (await backAsDraft(userId, place, noteId)) return 'draft';
      if (saved?.userId !== userId || saved.mutation.args.noteId !== noteId)
        throw new AppError('not-found', 'that note was saved too long ago');
      await edits.beginSaved(place, { draftId, name: saved.name, mutation: saved.mutation });
      return 'edit';
    },
  };
}
