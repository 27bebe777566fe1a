import type { Drafts, StoredDraft } from '@/lib/cache/drafts';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { Account } from '@/lib/sync/account/account';
import type { Suggestions } from '@/lib/sync/reasons/suggestions';
import { type CancelledEdit, type NoteBegin, noteLock, saysNothing } from './begin-note';
import type { DraftWords } from './draft-words';
import type { SeenRevisions } from './seen-revisions';

type CancelDeps = {
  account: Pick<Account, 'author'>;
  begin: Pick<NoteBegin, 'backFrom' | 'cancelled'>;
  drafts: Pick<Drafts, 'active' | 'list' | 'setActive' | 'remove'>;
  words: DraftWords;
  seen: Pick<SeenRevisions, 'forget'>;
  suggestions: Pick<Suggestions, 'forget'>;
  exclusive: Exclusive;
  clock: Clock;
};

/**
 * Leaves a saved note as it is. What was typed stays on disk as long as that can be undone, shown nowhere; should the worker
 * end meanwhile, it is an edit that waits, as any: nothing typed is lost without a person's word.
 */
export function createCancelEdit({ account, begin, drafts, words, seen, suggestions, ...deps }: CancelDeps) {
  const { exclusive, clock } = deps;

  async function remove(userId: string, noteId: string): Promise<void> {
    await drafts.remove(userId, noteId, clock.now());
    await words.forget(noteId);
    await seen.forget(noteId);
    await suggestions.forget(noteId);
  }

  const drop = (cancelled: CancelledEdit): Promise<void> =>
    exclusive(noteLock(cancelled.noteId), async () => {
      const { userId, noteId } = cancelled;
      if (begin.cancelled.get(noteId) !== cancelled) return;
      begin.cancelled.delete(noteId);
      await remove(userId, noteId);
    });

  return {
    /** @returns what can still be undone; null where nothing was typed in the edit. @throws {AppError} `bad-input` for a call */
    async cancel(noteId: string): Promise<CancelledEdit | null> {
      const { id: userId } = await account.author();
      return exclusive(noteLock(noteId), async () => {
        const stored = await words.get(userId, noteId);
        if (!stored) return null;
        if (!stored.draft.edits) throw new AppError('bad-input', 'a call is no edit');
        const cancelled = saysNothing(stored.draft) ? null : { userId, noteId };
        if (cancelled) begin.cancelled.set(noteId, cancelled);
        else await remove(userId, noteId);
        if ((await drafts.active(userId)) === noteId) await drafts.setActive(userId, null);
        await begin.backFrom(userId, stored.draft);
        return cancelled;
      });
    },

    /** Its time is over. An edit that was taken up again stays, and if it was cancelled anew, its time is that one's. */
    drop,

    /**
     * The edit of this saved note that goes on, if there is one. One that was cancelled is none: it makes room for
     * another, or there would be two once it was taken up again. Within the saved note's lock.
     */
    async editOf(userId: string, savedId: string): Promise<StoredDraft | null> {
      const find = async () =>
        (await drafts.list(userId)).find(({ draft }) => draft.edits?.noteId === savedId);
      const begun = await find();
      const cancelled = begun && begin.cancelled.get(begun.noteId);
      if (!cancelled) return begun ?? null;
      await drop(cancelled);
      return (await find()) ?? null;
    },
  };
}

export type CancelEdit = ReturnType<typeof createCancelEdit>;
