import { type Draft, draftBoundTo } from './drafts';
import type { NotesDb } from './notes-db';
import { seal } from './sealed';
import { onDisk } from './storage-error';
import type { UserKeys } from './user-key';

/** `outboxId`: the handover's row; the draft gets the handover's own id. */
export type HandBack = { userId: string; outboxId: string; noteId: string; draft: Draft; savedAt: string };

/** What was handed over and can't have reached the store, or was refused by it, is a draft again. */
export function createHandBack(db: NotesDb, userKeys: UserKeys) {
  /** @returns false when it may be at the store by now, or somebody took it back before */
  return (back: HandBack): Promise<boolean> =>
    onDisk(async () => {
      const { userId, outboxId, noteId, savedAt } = back;
      const sealed = await seal(await userKeys.of(userId), back.draft, draftBoundTo(userId, noteId));
      return db.transaction('rw', db.outbox, db.drafts, async () => {
        const row = await db.outbox.get(outboxId);
        const isHere = row?.state === 'needs-attention' || (row?.state === 'waiting' && row.tried === false);
        if (row?.userId !== userId || !isHere) return false;
        await db.outbox.delete(outboxId);
        await db.drafts.put({ noteId, userId, rev: 1, writer: 'heed', savedAt, sealed });
        return true;
      });
    });
}

export type HandBackToDraft = ReturnType<typeof createHandBack>;
