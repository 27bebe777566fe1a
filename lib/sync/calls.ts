import type { Draft, Drafts, StoredDraft } from '@/lib/cache/drafts';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent, NoteCustomer } from '@/lib/domain/note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { Account } from './account';
import type { DraftWords } from './draft-words';
import { maskNoteContent } from './mask-note-content';
import type { PageSlots } from './page-slots';
import { sameCustomer } from './same-customer';
import type { SeenRevisions } from './seen-revisions';

type CallsDeps = {
  account: Pick<Account, 'author' | 'now'>;
  drafts: Drafts;
  words: DraftWords;
  seen: SeenRevisions;
  slots: Pick<PageSlots, 'of' | 'ofKey'>;
  exclusive: Exclusive;
  clock: Clock;
};

/** Beside which tab a sidebar stands, and which sidebar it is. */
export type Place = { tabId: number | undefined; writer: string };

export type DraftWrite = {
  noteId: string;
  key: string | null;
  rev: number;
  content: NoteContent;
  dismissed: string[];
};
/** A `rev` other than the one written says: not taken, read the view and put both together. */
export type Written = { rev: number; savedAt: string };

type OnPage = Extract<PageSlot, { state: 'customer' }>;

const MOST_MOVES = 20;
const nobody: NoteCustomer = { cardNumber: null, identifiers: [] };
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function saysNothing(content: NoteContent): boolean {
  const fields = Object.keys(emptyNoteContent) as (keyof NoteContent)[];
  return fields.every((field) => same(content[field], emptyNoteContent[field]));
}

/** The lock around everything that changes a note. */
export const noteLock = (noteId: string) => `heed-note-${noteId}`;

/**
 * **This call**: one note is pinned, others are parked, all are on disk. A note belongs to the customer whose name
 * stood over the form when its first word was typed; only a person moves it.
 */
export function createCalls(deps: CallsDeps) {
  const { account, drafts, words, seen, slots, exclusive, clock } = deps;
  const savedAt = () => clock.now().toISOString();

  /** The customer on the page now, only if it still is the one the rep saw. */
  async function onPage(tabId: number | undefined, key: string): Promise<OnPage> {
    const slot = tabId === undefined ? null : await slots.of(tabId);
    if (slot?.state !== 'customer' || slot.key !== key) throw new AppError('identity-changed');
    return slot;
  }

  async function own(userId: string, noteId: string): Promise<StoredDraft> {
    const stored = await words.get(userId, noteId);
    if (!stored) throw new AppError('not-found', 'no such note');
    return stored;
  }

  /** A pinned note in which nothing was said leaves nothing behind. */
  async function leaveActive(userId: string, except: string): Promise<void> {
    const active = await drafts.active(userId);
    if (active === null || active === except) return;
    await exclusive(noteLock(active), async () => {
      const left = await words.get(userId, active);
      if (left && saysNothing(left.draft.content)) await drafts.remove(userId, active, clock.now());
    });
  }

  async function newDraft(about: { name: string; customer: NoteCustomer }, w: DraftWrite): Promise<Draft> {
    const startedAt = (await account.now()).toISOString();
    return { ...about, content: w.content, dismissed: w.dismissed, startedAt, moves: [] };
  }

  async function start(
    userId: string,
    { writer }: Place,
    next: { draft: Draft; w: DraftWrite },
  ): Promise<Written> {
    const { noteId, rev } = next.w;
    const stored = { noteId, rev, writer, savedAt: savedAt(), draft: next.draft };
    await words.put({ userId, before: null, next: stored, activate: true });
    return { rev, savedAt: stored.savedAt };
  }

  /** Whose name stood over the form. A page that named nobody, or several, leaves the note without a customer. */
  async function whoseForm(tabId: number | undefined, key: string | null) {
    const slot: PageSlot =
      tabId === undefined || key === null ? { state: 'blank' } : await slots.ofKey(tabId, key);
    if (slot.state === 'customer') return { name: slot.name, customer: slot.customer };
    return { name: slot.state === 'choose' ? slot.name : '', customer: nobody };
  }

  /** The first words of a note: the page may have gone on since they were typed, their customer hasn't. */
  async function firstWrite(userId: string, place: Place, w: DraftWrite): Promise<Written> {
    const draft = await newDraft(await whoseForm(place.tabId, w.key), w);
    await leaveActive(userId, w.noteId);
    return start(userId, place, { draft, w });
  }

  async function nextWrite(
    userId: string,
    place: Place,
    change: { stored: StoredDraft; w: DraftWrite },
  ): Promise<Written> {
    const { stored, w } = change;
    const again = w.rev === stored.rev && same(maskNoteContent(w.content), stored.draft.content);
    const late = stored.writer === place.writer && w.rev < stored.rev;
    if (again || late) return stored;
    if (w.rev <= stored.rev || !(await seen.hasSeen(stored, place.writer)))
      return { rev: Math.max(stored.rev, w.rev + 1), savedAt: stored.savedAt };
    const { content, dismissed, rev, noteId } = w;
    const draft = { ...stored.draft, content, dismissed };
    const next = { noteId, rev, writer: place.writer, savedAt: savedAt(), draft };
    await words.put({ userId, before: stored.rev, next, activate: false });
    return { rev, savedAt: next.savedAt };
  }

  return {
    /** @throws {AppError} `identity-changed` when the page shows someone else by now */
    async begin(place: Place, { noteId, key }: { noteId: string; key: string }): Promise<void> {
      const user = await account.author();
      const { name, customer } = await onPage(place.tabId, key);
      await leaveActive(user.id, noteId);
      await exclusive(noteLock(noteId), async () => {
        if (await drafts.get(user.id, noteId)) return drafts.setActive(user.id, noteId);
        const w = { noteId, key, rev: 0, content: emptyNoteContent, dismissed: [] };
        const draft = await newDraft({ name, customer }, w);
        await start(user.id, place, { draft, w });
      });
    },

    async resume(noteId: string): Promise<void> {
      const user = await account.author();
      await own(user.id, noteId);
      await leaveActive(user.id, noteId);
      await drafts.setActive(user.id, noteId);
    },

    async park(noteId: string): Promise<void> {
      const user = await account.author();
      if ((await drafts.active(user.id)) === noteId) await drafts.setActive(user.id, null);
    },

    /** @throws {AppError} `bad-input` when the note says anything */
    async dropEmpty(noteId: string): Promise<void> {
      const user = await account.author();
      await exclusive(noteLock(noteId), async () => {
        const stored = await words.get(user.id, noteId);
        if (stored && !saysNothing(stored.draft.content))
          throw new AppError('bad-input', 'it says something');
        if (stored) await drafts.remove(user.id, noteId, clock.now());
      });
    },

    /** Writes what was typed; on disk when it resolves. @throws {AppError} `not-found` when the note is finished */
    async write(place: Place, w: DraftWrite): Promise<Written> {
      const user = await account.author();
      const { rev, savedAt } = await exclusive(noteLock(w.noteId), async () => {
        const stored = await words.get(user.id, w.noteId);
        return stored ? nextWrite(user.id, place, { stored, w }) : firstWrite(user.id, place, w);
      });
      return { rev, savedAt };
    },

    /** Moves a note to the customer on the page, and writes down that it was moved. */
    async moveToPage(place: Place, { noteId, key }: { noteId: string; key: string }): Promise<void> {
      const user = await account.author();
      const { name, customer } = await onPage(place.tabId, key);
      const at = (await account.now()).toISOString();
      await exclusive(noteLock(noteId), async () => {
        const stored = await own(user.id, noteId);
        const { draft, rev } = stored;
        if (sameCustomer(draft.customer, customer)) return;
        if (draft.moves.length === MOST_MOVES) throw new AppError('bad-input', 'moved too often');
        const moves = [...draft.moves, { from: draft.customer, to: customer, at }];
        const next = { ...stored, draft: { ...draft, name, customer, moves } };
        await words.put({ userId: user.id, before: rev, next, activate: false });
      });
    },
  };
}

export type Calls = ReturnType<typeof createCalls>;
