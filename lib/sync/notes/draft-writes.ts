import type { Drafts, StoredDraft } from '@/lib/cache/drafts';
import { maskNoteContent } from '@/lib/domain/mask-note-content';
import { mayDisclose } from '@/lib/domain/may-disclose';
import type { NoteContent, NoteCustomer } from '@/lib/domain/note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { Account } from '@/lib/sync/account/account';
import type { PageSlots } from '@/lib/sync/pages/page-slots';
import { type NoteBegin, noteLock, type Place } from './begin-note';
import type { DraftWords } from './draft-words';
import type { SeenRevisions } from './seen-revisions';

type WriteDeps = {
  account: Pick<Account, 'author'>;
  begin: NoteBegin;
  drafts: Pick<Drafts, 'isFinished'>;
  words: DraftWords;
  seen: SeenRevisions;
  slots: Pick<PageSlots, 'ofKey'>;
  exclusive: Exclusive;
  clock: Clock;
};

/** What a sidebar has typed by now; `key` is of whom stood over the form when the note began, and counts only then. */
export type DraftWrite = {
  /** who typed it */
  userId: string;
  noteId: string;
  key: string | null;
  rev: number;
  content: NoteContent;
  dismissed: string[];
};
/** A `rev` other than the one written says: not taken, read the view and put both together. */
export type Written = { rev: number; savedAt: string };

const nobody: NoteCustomer = { cardNumber: null, identifiers: [] };

/** Is this the revision that is on disk, or one before it, of the same hand? Then there is nothing to write. */
function isKnown(stored: StoredDraft, { writer }: Place, w: DraftWrite): boolean {
  if (w.rev < stored.rev) return stored.writer === writer;
  const said = JSON.stringify(maskNoteContent(w.content));
  return w.rev === stored.rev && said === JSON.stringify(stored.draft.content);
}

/**
 * What is typed, word by word. A note belongs to the customer whose name stood over the form when its first word was
 * typed, whatever the page shows when that word arrives.
 */
export function createDraftWrites({ account, begin, drafts, words, seen, slots, ...deps }: WriteDeps) {
  const { exclusive, clock } = deps;

  /** Whose name stood over the form. A page that named nobody, or several, leaves the note without a customer. */
  async function whoseForm(tabId: number | undefined, key: string | null) {
    const slot: PageSlot =
      tabId === undefined || key === null ? { state: 'blank' } : await slots.ofKey(tabId, key);
    if (slot.state === 'customer') {
      const { name, accountEnd, customer } = slot;
      return { name, accountEnd, customer };
    }
    return { name: slot.state === 'choose' ? slot.name : '', customer: nobody };
  }

  async function firstWrite(userId: string, { tabId, writer }: Place, w: DraftWrite): Promise<Written> {
    // Before anything else changes: a late word of a note that is over must not end the call that is on.
    if (await drafts.isFinished(w.noteId)) throw new AppError('not-found', 'the note is finished');
    const about = await whoseForm(tabId, w.key);
    await begin.leaveActive(userId, w.noteId);
    return begin.begin(userId, { ...w, writer, about });
  }

  type Change = { stored: StoredDraft; w: DraftWrite };

  async function nextWrite(userId: string, place: Place, { stored, w }: Change): Promise<Written> {
    const { content, dismissed, rev, noteId } = w;
    if (isKnown(stored, place, w)) return stored;
    if (rev <= stored.rev || !(await seen.hasSeen(stored, place.writer)))
      return { rev: Math.max(stored.rev, rev + 1), savedAt: stored.savedAt };
    const asked = stored.draft.askAgain && mayDisclose(content.caller) && { askAgain: null };
    const draft = { ...stored.draft, content, dismissed, ...asked };
    const next = { noteId, rev, writer: place.writer, savedAt: clock.now().toISOString(), draft };
    await words.put({ userId, before: stored.rev, next, activate: false });
    return next;
  }

  /**
   * Writes what was typed; on disk when it resolves.
   * @throws {AppError} `not-found` when the note is finished; `identity-changed`, `signed-out` when its writer left
   */
  return async (place: Place, w: DraftWrite): Promise<Written> => {
    const user = await account.author();
    // A sidebar tries again until it is answered, and another may have signed in by then.
    if (user.id !== w.userId) throw new AppError('identity-changed', 'someone else is signed in');
    const { rev, savedAt } = await exclusive(noteLock(w.noteId), async () => {
      const stored = await words.get(user.id, w.noteId);
      return stored ? nextWrite(user.id, place, { stored, w }) : firstWrite(user.id, place, w);
    });
    return { rev, savedAt };
  };
}
