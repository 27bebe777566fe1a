import type { Drafts, StoredDraft } from '@/lib/cache/drafts';
import type { AskAgain } from '@/lib/domain/ask-again';
import { type Clock, MINUTE } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import { noteLock } from './begin-note';
import type { DraftWords } from './draft-words';
import type { KeepName } from './keep-name';

type UnverifyDeps = {
  drafts: Pick<Drafts, 'list'>;
  words: DraftWords;
  keepName: KeepName;
  exclusive: Exclusive;
  clock: Clock;
};

/** On hold for longer than this, somebody else may have the phone by now. */
export const HOLD_KEEPS_VERIFIED = 15 * MINUTE;

/** Was the caller last heard of so long ago that they are asked anew? A clock that was set back says nothing. */
export function heldTooLong(since: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(since);
  return age < 0 || age >= HOLD_KEEPS_VERIFIED;
}

/**
 * The next revision, in which nobody is verified; sidebars that have the note open read it as another hand's.
 * @param askAgain what the rep is told of why; null where they know
 */
export function withoutVerified(stored: StoredDraft, now: Date, askAgain: AskAgain | null): StoredDraft {
  const { draft, rev } = stored;
  const content = { ...draft.content, caller: 'unverified' as const };
  const written = { rev: rev + 1, writer: 'heed', savedAt: now.toISOString() };
  return { ...stored, ...written, draft: { ...draft, content, askAgain } };
}

/** Who is on the line is asked anew: after a sign-in, for somebody else may sit here, and after a long hold. */
export function createUnverify({ drafts, words, keepName, exclusive, clock }: UnverifyDeps) {
  const one = (userId: string, noteId: string, askAgain: AskAgain | null): Promise<void> =>
    exclusive(noteLock(noteId), async () => {
      const stored = await words.get(userId, noteId);
      // An edit says who called then.
      if (!stored || stored.draft.edits || stored.draft.content.caller === 'unverified') return;
      const draft = await keepName(stored.draft);
      const next = withoutVerified({ ...stored, draft }, clock.now(), askAgain);
      await words.put({ userId, before: stored.rev, next, activate: false });
    });

  return {
    one,
    all: async (userId: string): Promise<void> => {
      for (const { noteId } of await drafts.list(userId)) await one(userId, noteId, null);
    },
  };
}

export type Unverify = ReturnType<typeof createUnverify>;
