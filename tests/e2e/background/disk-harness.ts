import { deriveCardKeys } from '@/lib/cache/card-keys';
import { CardsDb } from '@/lib/cache/cards-db';
import { createCardsStore } from '@/lib/cache/cards-store';
import { createConflicts } from '@/lib/cache/conflicts';
import { createDrafts } from '@/lib/cache/drafts';
import { NotesDb } from '@/lib/cache/notes-db';
import { createNotesMeta } from '@/lib/cache/notes-meta';
import { createOutbox } from '@/lib/cache/outbox';
import { createOutboxRows } from '@/lib/cache/outbox-rows';
import { createUserKeys } from '@/lib/cache/user-key';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent, NoteCustomer } from '@/lib/domain/note';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { errorCode } from '@/lib/platform/app-error';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { CardsPage } from '@/lib/protocol/cards';
import { createNoteBegin } from '@/lib/sync/begin-note';
import { createCalls } from '@/lib/sync/calls';
import { createDraftWords } from '@/lib/sync/draft-words';
import { createDraftWrites } from '@/lib/sync/draft-writes';
import { type Choice, createNoteEdits } from '@/lib/sync/note-edits';
import { createSaveNote } from '@/lib/sync/save-note';
import { createSeenRevisions } from '@/lib/sync/seen-revisions';
import { createUnsentNotes } from '@/lib/sync/unsent-notes';
import { makeCard, makeMutation, makeSession } from '@/tests/support/makers';
import { createMemoryArea } from '@/tests/support/memory-area';

/*
 * What a test drives inside a real browser: the code that writes to disk, over that browser's IndexedDB. It is bundled
 * into a page of its own, so that a test can also break the disk under it.
 */

const exclusive: Exclusive = (name, work) => navigator.locks.request(name, work);
const clock = { now: () => new Date() };
const TAB = 4;
const HERE = { tabId: TAB, writer: 'frame' };

function openCards() {
  const db = new CardsDb();
  return { db, store: createCardsStore(db), keysOf: (text: string) => deriveCardKeys(btoa(text.repeat(32))) };
}

/** Pages of cards, each with one key of its own besides those that are given. */
function makePage(numbers: number[], change: Partial<CardsPage> & { keys?: string[] } = {}): CardsPage {
  const { keys = [], ...rest } = change;
  const own = (n: number) => n.toString(16).padStart(16, '0');
  const cards = numbers.map((n) => ({ card: makeCard(n), keys: [own(n), ...keys] }));
  return { cards, removed: [], cursor: 0, more: false, total: numbers.length, ...rest };
}

type Said = Partial<NoteContent>;

/** A rep at a desk (`userId` may name a store, too: `ORIGIN USER`): who is signed in, what the page in tab 4 shows, and everything that keeps notes. */
function openDesk(userId: string) {
  const db = new NotesDb();
  const userKeys = createUserKeys(db);
  const drafts = createDrafts(db, userKeys);
  const rows = createOutboxRows(db, userKeys);
  const outbox = createOutbox(db, rows);
  const conflicts = createConflicts(db, rows);
  const meta = createNotesMeta(db, userKeys);
  const area = createMemoryArea();
  const page: { slot: PageSlot; before: PageSlot[] } = { slot: { state: 'blank' }, before: [] };
  const keyOf = (slot: PageSlot) => ('key' in slot ? slot.key : null);
  const slots = {
    of: async () => page.slot,
    ofKey: async (_: number, key: string): Promise<PageSlot> =>
      [page.slot, ...page.before].find((s) => keyOf(s) === key) ?? { state: 'blank' },
  };
  const storeUserId = userId.slice(userId.lastIndexOf(' ') + 1);
  const account = {
    author: async () => ({ id: userId, storeUserId, name: storeUserId }),
    now: async () => new Date(),
  };
  const words = createDraftWords({ drafts, area, exclusive });
  const seen = createSeenRevisions({ area, exclusive });
  const begin = createNoteBegin({ account, drafts, words, exclusive, clock });
  const base = { account, begin, drafts, words, seen, slots, exclusive, clock };
  const tabs = { read: async () => ({ documentId: 'D1' }) };
  const save = createSaveNote({
    ...base,
    ...{ outbox, clientId: meta.clientId, ask: async () => keyOf(page.slot) },
    tabs: tabs as never,
  });
  const calls = createCalls(base);
  const write = createDraftWrites(base);
  const edits = createNoteEdits({ ...base, outbox, conflicts });
  const unsent = createUnsentNotes({ account, outbox, conflicts });
  return {
    ...{ db, drafts, outbox, meta, userKeys, area, words, seen, calls, save },
    ...{ conflicts, edits, unsent },
    /** the CRM goes to this customer */
    shows(key: string, cardNumber: number | null, name = `Name of ${key}`) {
      const identifiers: NoteCustomer['identifiers'] = [{ kind: 'email', value: `${key}@example.com` }];
      page.before.push(page.slot);
      page.slot = { state: 'customer', key, name, customer: { cardNumber, identifiers }, card: null };
    },
    showsNobody() {
      page.before.push(page.slot);
      page.slot = { state: 'nobody' };
    },
    /** what a sidebar does on each keystroke */
    type(noteId: string, rev: number, said: Said, from: { key?: string | null; writer?: string } = {}) {
      const { key = null, writer = 'frame' } = from;
      const content = { ...emptyNoteContent, ...said };
      return write({ tabId: TAB, writer }, { noteId, key, rev, content, dismissed: [] });
    },
    press: (noteId: string, rev: number, despitePage = false) =>
      save({ tabId: TAB, noteId, rev, despitePage }),
    /** "Edit" on a note of card 7 that the store has, in this version */
    edit: (draftId: string, noteId: string, version: number, said: Said) =>
      edits.begin(HERE, {
        draftId,
        noteId,
        cardNumber: 7,
        version,
        content: { ...emptyNoteContent, ...said },
      }),
    choose: (id: string, keep: Choice['keep'], draftId = crypto.randomUUID()) =>
      edits.choose(HERE, { id, keep, draftId }),
    /** the store has another text by now */
    refuse: (id: string, version: number, summary: string) =>
      outbox.needsAttention(id, 'note-conflict', {
        ...{ version, by: 'Ana Lima', at: '2026-11-22T09:00:00.000Z' },
        content: { ...emptyNoteContent, summary },
      }),
  };
}

/** The code of the error that this ends with, or null. */
async function codeOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => errorCode(error),
  );
}

const harness = { openCards, openDesk, makePage, makeMutation, makeSession, codeOf, TAB };
export type Harness = typeof harness;
Object.assign(globalThis, { heed: harness });
