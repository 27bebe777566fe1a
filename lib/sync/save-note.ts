import type { Drafts, StoredDraft } from '@/lib/cache/drafts';
import type { NoteUser } from '@/lib/cache/notes-meta';
import type { Outbox } from '@/lib/cache/outbox';
import { maskNoteContent } from '@/lib/domain/mask-note-content';
import { type Note, noteSchema } from '@/lib/domain/note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { Account } from './account';
import { noteLock } from './begin-note';
import type { DraftWords } from './draft-words';
import type { PageSlots } from './page-slots';
import { sameCustomer } from './same-customer';
import type { SeenRevisions } from './seen-revisions';
import type { AskIdentity, TabStates } from './tab-state';

type SaveDeps = {
  account: Pick<Account, 'author' | 'now'>;
  clientId(): Promise<string>;
  drafts: Pick<Drafts, 'isFinished'>;
  words: DraftWords;
  seen: Pick<SeenRevisions, 'forget'>;
  outbox: Pick<Outbox, 'finish'>;
  tabs: Pick<TabStates, 'read'>;
  slots: Pick<PageSlots, 'ofKey'>;
  ask: AskIdentity;
  exclusive: Exclusive;
  clock: Clock;
};

export type SaveNote = { tabId: number | undefined; noteId: string; rev: number; despitePage: boolean };
export type Saved =
  | { state: 'saved' }
  | { state: 'confirm'; noteName: string; pageName: string; key: string };

/** Might the page mean the note's customer? Where it leaves several open, it is enough that theirs is one. */
function mayMean(slot: PageSlot, { draft }: StoredDraft): boolean {
  if (slot.state === 'choose')
    return slot.candidates.some((c) => c.card.number === draft.customer.cardNumber);
  return (
    slot.state === 'nobody' || (slot.state === 'customer' && sameCustomer(slot.customer, draft.customer))
  );
}

/** Finishes a note: the page is read again, then note and outbox row go to disk in one transaction. */
export function createSaveNote(deps: SaveDeps) {
  const { account, words, outbox, exclusive, clock } = deps;

  /** Asks the page itself, now: the last report may be a moment old. Null when it doesn't speak against the note. */
  async function someoneElse(tabId: number, stored: StoredDraft): Promise<Saved | null> {
    const { documentId } = await deps.tabs.read(tabId);
    const key = await deps.ask(tabId, documentId);
    if (key === null || key === undefined) return null;
    const slot = await deps.slots.ofKey(tabId, key);
    if (mayMean(slot, stored)) return null;
    const pageName = 'name' in slot ? slot.name : '';
    return { state: 'confirm', noteName: stored.draft.name, pageName, key };
  }

  async function toNote(noteId: string, { draft }: StoredDraft): Promise<Note> {
    const { customer, startedAt, moves } = draft;
    const content = maskNoteContent(draft.content);
    const endedAt = (await account.now()).toISOString();
    const note = noteSchema.safeParse({ noteId, customer, content, startedAt, endedAt, moves });
    if (!note.success) throw new AppError('bad-input', 'the note does not fit');
    return note.data;
  }

  async function finish(user: NoteUser, noteId: string, stored: StoredDraft): Promise<void> {
    const now = clock.now();
    const { rev, draft } = stored;
    const common = {
      id: uuidv7(now),
      clientId: await deps.clientId(),
      userId: user.storeUserId,
      at: now.toISOString(),
    };
    const mutation = { ...common, name: 'saveNote' as const, args: await toNote(noteId, stored) };
    await outbox.finish({ userId: user.id, mutation, name: draft.name, rev, now });
    await words.forget(noteId);
    await deps.seen.forget(noteId);
  }

  /**
   * @returns `confirm`, with nothing saved, when the page shows someone else and `despitePage` doesn't say that the
   *   note's customer is right
   * @throws {AppError} `not-found` when the note on disk isn't the one the rep sees; `bad-input` when it is about nobody
   */
  return async ({ tabId, noteId, rev, despitePage }: SaveNote): Promise<Saved> => {
    const user = await account.author();
    return exclusive(noteLock(noteId), async () => {
      const stored = await words.get(user.id, noteId);
      // Asked twice: the first answer was lost on its way.
      if (!stored && (await deps.drafts.isFinished(noteId))) return { state: 'saved' };
      if (stored?.rev !== rev) throw new AppError('not-found', 'another revision');
      const doubt = despitePage || tabId === undefined ? null : await someoneElse(tabId, stored);
      if (doubt) return doubt;
      const { cardNumber, identifiers } = stored.draft.customer;
      if (cardNumber === null && identifiers.length === 0) throw new AppError('bad-input', 'about nobody');
      await finish(user, noteId, stored);
      return { state: 'saved' };
    });
  };
}
