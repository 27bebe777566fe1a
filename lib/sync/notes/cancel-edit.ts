import type { Drafts } from '@/lib/cache/drafts';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { Account } from '@/lib/sync/account/account';
import { type CancelledEdit, type NoteBegin, noteLock, saysNothing } from './begin-note';
import type { DraftWords } from './draft-words';

type CancelDeps = {
  account: Pick<Account, 'author'>;
  begin: Pick<NoteBegin, 'backFrom' | 'cancelled'>;
  drafts: Pick<Drafts, 'active' | 'setActive' | 'remove'>;
  words: DraftWords;
  exclusive: Exclusive;
  clock: Clock;
};

/**
 * Leaves a saved note as it is. What was typed stays on disk as long as that can be undone, shown nowhere; should the worker
 * end meanwhile, it is an edit that waits, as any: nothing typed is lost without a person's word.
 */
export function createCancelEdit({ account, begin, drafts, words, exclusive, clock }: CancelDeps) {
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
        else await drafts.remove(userId, noteId, clock.now());
        if ((await drafts.active(userId)) === noteId) await drafts.setActive(userId, null);
        await begin.backFrom(userId, stored.draft);
        return cancelled;
      });
    },

    /** Its time is over. An edit that was taken up again stays, and if it was cancelled anew, its time is that one's. */
    drop: (cancelled: CancelledEdit): Promise<void> =>
      exclusive(noteLock(cancelled.noteId), async () => {
        const { userId, noteId } = cancelled;
        if (begin.cancelled.get(noteId) !== cancelled) return;
        begin.cancelled.delete(noteId);
        await drafts.remove(userId, noteId, clock.now());
        await words.forget(noteId);
      }),
  };
}
