import type { Draft, Drafts } from '@/lib/cache/drafts';
import type { HeldCalls } from '@/lib/cache/held-calls';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { Direction } from '@/lib/domain/note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { Account } from '@/lib/sync/account/account';
import type { PageSlots } from '@/lib/sync/pages/page-slots';
import { joinCustomers, sameCustomer } from '@/lib/sync/pages/same-customer';
import { type NoteBegin, noteLock, type Place, saysNothing } from './begin-note';
import type { DraftWords } from './draft-words';
import type { KeepName } from './keep-name';
import { createMoveNote } from './move-note';
import { createUnverify, heldTooLong } from './unverify';

type CallsDeps = {
  account: Pick<Account, 'author' | 'now'>;
  begin: NoteBegin;
  drafts: Drafts;
  words: DraftWords;
  keepName: KeepName;
  slots: Pick<PageSlots, 'of'>;
  held: HeldCalls;
  exclusive: Exclusive;
  clock: Clock;
};

/** The note, and who stood on the page when the rep asked for this. */
export type OfPage = { noteId: string; key: string };
/** A note, and whom it will be about. */
export type About = {
  noteId: string;
  about: Pick<Draft, 'name' | 'called' | 'accountEnd' | 'customer'>;
  /** inbound where nothing is said */
  direction?: Direction;
  /** what rang, as it was said */
  line?: string;
};
type OnPage = Extract<PageSlot, { state: 'customer' }>;

/** The customer on the page now, only if it still is the one the rep saw. */
async function onPage(slots: CallsDeps['slots'], tabId: number | undefined, key: string): Promise<OnPage> {
  const slot = tabId === undefined ? null : await slots.of(tabId);
  if (slot?.state !== 'customer' || slot.key !== key) throw new AppError('identity-changed');
  return slot;
}

/** **This call**: one note is pinned, others are parked, all are on disk. Only a person moves a note to someone else. */
export function createCalls(deps: CallsDeps) {
  const { account, begin, drafts, words, slots, held, exclusive, clock } = deps;
  const moves = createMoveNote(deps);
  const unverify = createUnverify(deps);

  /** Pins a new, empty note; asked twice, the one there is. */
  async function pin({ writer }: Place, { noteId, about, line = '', direction = 'inbound' }: About) {
    const user = await account.author();
    await begin.leaveActive(user.id, noteId);
    await exclusive(noteLock(noteId), async () => {
      if (await drafts.get(user.id, noteId)) return drafts.setActive(user.id, noteId);
      const empty = { content: emptyNoteContent, dismissed: [], rev: 0, from: { line } };
      await begin.begin(user.id, { noteId, writer, about, direction, ...empty });
    });
  }

  return {
    /** @throws {AppError} `identity-changed` when the page shows someone else by now */
    async begin(place: Place, { noteId, key }: OfPage): Promise<void> {
      const { name, accountEnd, customer } = await onPage(slots, place.tabId, key);
      await pin(place, { noteId, about: { name, accountEnd, customer } });
    },

    /** Whoever rang, before any page showed them: the name is empty until one does. */
    beginFor: pin,

    /**
     * The record of a call that began with a ring has been opened: the note takes the name that stands there, and what
     * else that very customer is known by. Whose note it is stays as it is.
     * @returns whether the note has got a name
     */
    async meetPage(tabId: number): Promise<boolean> {
      const { id } = await account.author();
      const noteId = await drafts.active(id);
      if (noteId === null || (await drafts.get(id, noteId))?.draft.name !== '') return false;
      const slot = await slots.of(tabId);
      if (slot.state !== 'customer' || slot.name === '') return false;
      return exclusive(noteLock(noteId), async () => {
        const stored = await words.get(id, noteId);
        if (stored?.draft.name !== '' || !sameCustomer(slot.customer, stored.draft.customer)) return false;
        const { draft, rev } = stored;
        const customer = joinCustomers(draft.customer, slot.customer);
        const next = { ...stored, draft: { ...draft, name: slot.name, customer } };
        await words.put({ userId: id, before: rev, next, activate: false });
        return true;
      });
    },

    async resume(noteId: string): Promise<void> {
      const user = await account.author();
      // In the note's lock: a cancelled edit whose time is just over is either gone by then, or stays.
      const stored = await exclusive(noteLock(noteId), () => {
        begin.cancelled.delete(noteId);
        return words.get(user.id, noteId);
      });
      if (!stored) throw new AppError('not-found', 'no such note');
      const [since] = await held.since([noteId]);
      if (heldTooLong(since ?? stored.savedAt, clock.now())) await unverify.one(user.id, noteId, 'held');
      await begin.leaveActive(user.id, noteId);
      await drafts.setActive(user.id, noteId);
      await held.release(noteId);
    },

    async park(noteId: string): Promise<void> {
      const user = await account.author();
      if ((await drafts.active(user.id)) !== noteId) return;
      await drafts.setActive(user.id, null);
      await exclusive(noteLock(noteId), async () => {
        const stored = await words.get(user.id, noteId);
        if (stored) await begin.hold(user.id, stored);
      });
    },

    /** @throws {AppError} `bad-input` when the note says anything */
    async dropEmpty(noteId: string): Promise<void> {
      const user = await account.author();
      await exclusive(noteLock(noteId), async () => {
        const stored = await words.get(user.id, noteId);
        if (!stored) return;
        if (!saysNothing(stored.draft)) throw new AppError('bad-input', 'it says something');
        await drafts.remove(user.id, noteId, clock.now());
        await begin.backFrom(user.id, stored.draft);
      });
    },

    /** Moves a note to the customer on the page, who gets it with the next word: it is about to be saved. */
    async moveToPage({ tabId }: Place, { noteId, key }: OfPage): Promise<void> {
      await moves.moveAtEnd(noteId, await onPage(slots, tabId, key));
    },

    /** Somebody signs in, or out: whoever sits here next asks anew who is on the line. */
    unverifyAll: async (): Promise<void> => unverify.all((await account.author()).id),

    ...moves,
  };
}

export type Calls = ReturnType<typeof createCalls>;
