import { callRestSchema, type DraftEdit, type Drafts, type StoredDraft } from '@/lib/cache/drafts';
import { versionAfter } from '@/lib/cache/edit-chain';
import type { NoteUser } from '@/lib/cache/notes-meta';
import type { Outbox } from '@/lib/cache/outbox';
import { maskNoteContent } from '@/lib/domain/mask-note-content';
import { isAboutNobody, type Note, type NoteContent, noteSchema } from '@/lib/domain/note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { Exclusive } from '@/lib/platform/storage-area';
import { type EditNote, noteEditSchema, type SaveNote } from '@/lib/protocol/mutation';
import type { Account } from '@/lib/sync/account/account';
import type { StoreNames } from '@/lib/sync/customer/store-names';
import type { PageSlots } from '@/lib/sync/pages/page-slots';
import { sameCustomer } from '@/lib/sync/pages/same-customer';
import type { AskIdentity, TabStates } from '@/lib/sync/pages/tab-state';
import type { Suggestions } from '@/lib/sync/reasons/suggestions';
import { type NoteBegin, noteLock, saysNothing } from './begin-note';
import type { DraftWords } from './draft-words';
import type { SeenRevisions } from './seen-revisions';

type SaveDeps = {
  account: Pick<Account, 'author' | 'now'>;
  begin: Pick<NoteBegin, 'backFrom'>;
  clientId(): Promise<string>;
  drafts: Pick<Drafts, 'isFinished' | 'remove'>;
  words: DraftWords;
  seen: Pick<SeenRevisions, 'forget'>;
  suggestions: Pick<Suggestions, 'shown' | 'forget'>;
  outbox: Pick<Outbox, 'finish' | 'newestOf'>;
  tabs: Pick<TabStates, 'read'>;
  slots: Pick<PageSlots, 'ofKey'>;
  storeNames: Pick<StoreNames, 'callOf'>;
  ask: AskIdentity;
  /** told of each note that a call ended with, so that it can be undone */
  wrapped(saved: { userId: string; name: string; mutation: SaveNote }): void;
  exclusive: Exclusive;
  clock: Clock;
};

/** `despitePage`: the person said that the note is its customer's, whoever the page shows. */
export type SaveAsked = { tabId: number | undefined; noteId: string; rev: number; despitePage: boolean };
/** `confirm`: not saved; the page shows somebody else, whose identity has this key. */
export type Saved =
  | { state: 'saved' }
  | { state: 'confirm'; noteName: string; pageName: string; key: string };

/** Might the page mean the note's customer? Where it leaves several open, it is enough that theirs is one. */
function mayMean(slot: PageSlot, { draft }: StoredDraft): boolean {
  if (slot.state === 'choose')
    return slot.candidates.some((c) => c.card.number === draft.customer.cardNumber);
  // “None of these” was said of all whom the page may mean.
  if (slot.state === 'nobody') return slot.of?.why !== 'newcomer';
  return slot.state === 'customer' && sameCustomer(slot.customer, draft.customer);
}

function toEdit({ noteId, base }: DraftEdit, content: NoteContent): EditNote['args'] {
  const edit = noteEditSchema.safeParse({ noteId, base, content });
  if (!edit.success) throw new AppError('bad-input', 'the edit does not fit');
  return edit.data;
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
    return { state: 'confirm', noteName: await deps.storeNames.callOf(stored.draft), pageName, key };
  }

  async function toNote({ noteId, draft }: StoredDraft, content: NoteContent): Promise<Note> {
    const { direction, customer, startedAt, moves } = draft;
    const endedAt = (await account.now()).toISOString();
    const suggested = await deps.suggestions.shown(noteId);
    const note = noteSchema.safeParse({
      noteId,
      direction,
      customer,
      content,
      startedAt,
      endedAt,
      moves,
      suggested,
    });
    if (!note.success) throw new AppError('bad-input', 'the note does not fit');
    return note.data;
  }

  /** The text that was edited may stand on another version by now: a conflict was settled by keeping it. */
  async function onNewest(userId: string, edits: DraftEdit): Promise<DraftEdit> {
    const waiting = (await outbox.newestOf(userId, edits.noteId))?.mutation;
    const isThatText = waiting && saysNothing({ content: waiting.args.content, edits });
    return isThatText ? { ...edits, base: versionAfter(waiting) } : edits;
  }

  async function toMutation(user: NoteUser, stored: StoredDraft): Promise<SaveNote | EditNote> {
    const now = clock.now();
    const common = {
      id: uuidv7(now),
      clientId: await deps.clientId(),
      userId: user.storeUserId,
      at: now.toISOString(),
    };
    const { edits, content } = stored.draft;
    const masked = maskNoteContent(content);
    return edits
      ? { ...common, name: 'editNote', args: toEdit(await onNewest(user.id, edits), masked) }
      : { ...common, name: 'saveNote', args: await toNote(stored, masked) };
  }

  async function finish(user: NoteUser, stored: StoredDraft): Promise<void> {
    const { rev, draft, noteId: draftId } = stored;
    const mutation = await toMutation(user, stored);
    const name = await deps.storeNames.callOf(draft);
    await outbox.finish({
      ...{ userId: user.id, draftId, mutation, name, rev, now: clock.now() },
      ...(mutation.name === 'saveNote' && { call: callRestSchema.parse(draft) }),
    });
    await words.forget(draftId);
    await deps.seen.forget(draftId);
    await deps.suggestions.forget(draftId);
    await deps.begin.backFrom(user.id, draft);
    if (mutation.name === 'saveNote') deps.wrapped({ userId: user.id, name, mutation });
  }

  async function dropEmpty(userId: string, { noteId, draft }: StoredDraft): Promise<void> {
    await deps.drafts.remove(userId, noteId, clock.now());
    await deps.begin.backFrom(userId, draft);
  }

  /** An edit goes to its note, and the store knows whose that is; a new note is about whom the rep says. */
  async function doubt({ tabId, despitePage }: SaveAsked, stored: StoredDraft): Promise<Saved | null> {
    const { customer, edits } = stored.draft;
    if (edits) return null;
    const asked = despitePage || tabId === undefined ? null : await someoneElse(tabId, stored);
    if (asked) return asked;
    if (isAboutNobody(customer)) throw new AppError('bad-input', 'about nobody');
    return null;
  }

  /** An edit changes two: its draft, and what waits of its note. In this order, as wherever both are held. */
  async function alone<T>(userId: string, noteId: string, work: () => Promise<T>): Promise<T> {
    const edits = (await words.get(userId, noteId))?.draft.edits;
    const onDraft = () => exclusive(noteLock(noteId), work);
    return edits ? exclusive(noteLock(edits.noteId), onDraft) : onDraft();
  }

  /**
   * @returns `confirm`, with nothing saved, when the page shows someone else and `despitePage` doesn't say that the
   *   note's customer is right
   * @throws {AppError} `not-found` when the note on disk isn't the one the rep sees; `bad-input` when it is about nobody
   */
  return async (asked: SaveAsked): Promise<Saved> => {
    const { noteId, rev } = asked;
    const user = await account.author();
    return alone(user.id, noteId, async () => {
      const stored = await words.get(user.id, noteId);
      // Asked twice: the first answer was lost on its way.
      if (!stored && (await deps.drafts.isFinished(noteId))) return { state: 'saved' };
      if (stored?.rev !== rev) throw new AppError('not-found', 'another revision');
      const empty = saysNothing(stored.draft);
      const confirm = empty ? null : await doubt(asked, stored);
      if (confirm) return confirm;
      // A call in which nothing was tapped or typed leaves no note.
      if (empty) await dropEmpty(user.id, stored);
      else await finish(user, stored);
      return { state: 'saved' };
    });
  };
}
