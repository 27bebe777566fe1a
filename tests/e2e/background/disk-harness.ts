import { BookDb, placeOf } from '@/lib/cache/book-db';
import { createBookStore } from '@/lib/cache/book-store';
import { createConflicts } from '@/lib/cache/conflicts';
import { createDetails, type DetailsAccess, type KeptDetail } from '@/lib/cache/details';
import { DetailsDb } from '@/lib/cache/details-db';
import { createDrafts } from '@/lib/cache/drafts';
import { createDropOldRows } from '@/lib/cache/drop-old-rows';
import { createHeldCalls } from '@/lib/cache/held-calls';
import { NotesDb } from '@/lib/cache/notes-db';
import { createNotesMeta } from '@/lib/cache/notes-meta';
import { createOutbox } from '@/lib/cache/outbox';
import { createOutboxRows } from '@/lib/cache/outbox-rows';
import { createTakeBack } from '@/lib/cache/take-back';
import { createUserKeys } from '@/lib/cache/user-key';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent, NoteCustomer } from '@/lib/domain/note';
import { shownName } from '@/lib/domain/stand-in-name';
import { UNDO_HOLD } from '@/lib/domain/undo-window';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import { errorCode } from '@/lib/platform/app-error';
import type { Exclusive } from '@/lib/platform/storage-area';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { type DeltaPage, pageAfter } from '@/lib/protocol/delta-page';
import { openBlock } from '@/lib/protocol/seal-block';
import { createDoubts } from '@/lib/sync/doubts/report-doubt';
import { createNoteBegin } from '@/lib/sync/notes/begin-note';
import { createCalls } from '@/lib/sync/notes/calls';
import { createCancelEdit } from '@/lib/sync/notes/cancel-edit';
import { createDraftWords } from '@/lib/sync/notes/draft-words';
import { createDraftWrites } from '@/lib/sync/notes/draft-writes';
import { createKeepName } from '@/lib/sync/notes/keep-name';
import { type Choice, createNoteEdits } from '@/lib/sync/notes/note-edits';
import { createSaveNote } from '@/lib/sync/notes/save-note';
import { createSeenRevisions } from '@/lib/sync/notes/seen-revisions';
import { createUndoSave } from '@/lib/sync/notes/undo-save';
import { createUnsentNotes } from '@/lib/sync/notes/unsent-notes';
import { createSuggestions } from '@/lib/sync/reasons/suggestions';
import { createBookMaker } from '@/tests/support/book-maker';
import { makeMutation, makeSession } from '@/tests/support/makers';
import { createMemoryArea } from '@/tests/support/memory-area';
import { failFromWrite } from './break-write';
import { countReads } from './count-reads';
import { createHandovers } from './handovers-in-page';
import { killBeforeWrite } from './killed-worker';
import { asFirstVersion } from './older-notes';
import { beforeEachWrite, bytesOnDisk, contentsOnDisk, createSync } from './sync-in-page';
import { createWayUp } from './way-up';

/*
 * What a test drives inside a real browser: the code that writes to disk, over that browser's IndexedDB. It is bundled
 * into a page of its own, so that a test can also break the disk under it.
 */

const exclusive: Exclusive = (name, work) => navigator.locks.request(name, work);
const clock = { now: () => new Date() };
/** When nothing that was saved up to now can be undone any more. */
const later = () => new Date(Date.now() + UNDO_HOLD);
const TAB = 4;
const HERE = { tabId: TAB, writer: 'frame' };

/** Why books on this disk were thrown away. */
const thrownAway: string[] = [];

/** The book on this disk, the keys of an organisation, and a store's book to fill it from. */
async function openBook(text = 'a') {
  const db = new BookDb();
  const keys = await deriveBookKeys(btoa(text.repeat(32)));
  const store = createBookStore(db, (where, cause) => thrownAway.push(`${where}: ${String(cause)}`));
  return { db, store, keys, maker: createBookMaker(keys) };
}

type Opened = Awaited<ReturnType<typeof openBook>>;

/** What a first sync does, without a network. @param between what the store publishes while it writes the packs */
async function fill({ store, keys, maker }: Opened, between?: () => void): Promise<void> {
  const { manifest, packs } = await maker.snapshot(64, { ...(between && { between }) });
  for (const pack of await store.begin(manifest, keys))
    await store.putPack(pack, packs.get(pack.id) ?? new Uint8Array(), keys);
  await store.finish(manifest, keys, new Date());
}

/** What is kept behind cards; each detail has one answer with these words. */
function openDetails() {
  const db = new DetailsDb();
  return {
    ...{ db, details: createDetails(db) },
    accessOf: async (key: string, userId: string): Promise<DetailsAccess> => ({
      ...{ keys: await deriveBookKeys(btoa(key.repeat(32))), userId },
    }),
    kept(number: number, verbatim: string): KeptDetail {
      const asOf = new Date().toISOString();
      const about = { kind: 'relational', mode: 'web', about: null } as const;
      const responses = [{ score: 4, at: asOf, verbatim, ...about }];
      return {
        asOf,
        detail: { number, responses, notes: [], promises: [], openCase: null, complaint: null },
      };
    },
  };
}

/** Applies the page that follows what is here, if it still follows. */
async function applyNext({ store, keys, maker }: Opened, change: Partial<DeltaPage> = {}): Promise<boolean> {
  const at = await store.position(keys);
  if (!at) return false;
  const page = { ...maker.page(pageAfter(at.cursor)), ...change };
  return store.apply(page, { ...at, keys, now: new Date() });
}

/** A key of a low bucket, so that few need to be packed. */
const key = (n: number): bigint => (BigInt(n % 64) << 52n) | BigInt(n);

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
  const held = createHeldCalls(db);
  const storeNames = {
    callOf: async (draft: Parameters<typeof shownName>[0]) => shownName(draft),
    of: async () => new Map(),
  };
  const keepName = createKeepName({ storeNames });
  const begin = createNoteBegin({ account, drafts, words, keepName, held, exclusive, clock });
  const suggestions = createSuggestions({
    ...{ drafts, area, exclusive },
    account: { ...account, organisation: async () => null },
    model: async () => null,
  });
  const base = {
    ...{ account, begin, drafts, words, keepName, storeNames, seen, suggestions },
    ...{ slots, held, exclusive, clock },
  };
  const tabs = { read: async () => ({ documentId: 'D1' }) };
  const cancelEdit = createCancelEdit(base);
  const edits = createNoteEdits({ ...base, cancelEdit, outbox, conflicts });
  const undoSave = createUndoSave({
    ...base,
    cancelEdit,
    edits,
    takeBack: createTakeBack(db, rows, userKeys),
  });
  const save = createSaveNote({
    ...{ ...base, ...undoSave.saving },
    ...{ outbox, clientId: meta.clientId, ask: async () => keyOf(page.slot) },
    tabs: tabs as never,
  });
  const calls = createCalls(base);
  const write = createDraftWrites(base);
  const unsent = createUnsentNotes({ account, outbox, conflicts });
  const doubts = createDoubts({ ...base, outbox, clientId: meta.clientId });
  const wayUp = (token: string, at = clock) =>
    createWayUp({ userId, storeUserId, token, outbox, exclusive, clock: at });
  const handovers = createHandovers({
    ...{ ...base, outbox, area, wayUp, clientId: meta.clientId },
    handBackTo: [db, userKeys],
  });
  return {
    ...{ db, drafts, outbox, meta, userKeys, area, words, seen, calls, save },
    ...{ conflicts, edits, unsent, handovers },
    /** the sweep of old rows, as if it were then */
    dropOldRows: (then: Date) => createDropOldRows(db, { now: () => then })(),
    /** sends what is due under the bearer's token, as when nothing can be undone any more */
    push: (token: string) => wayUp(token, { now: later }).push(),
    /** sends what is due now: not what was wrapped up a moment ago */
    pushInTime: (token: string) => wayUp(token, clock).push(),
    /** the CRM goes to this customer */
    shows(key: string, cardNumber: number | null, name = `Name of ${key}`) {
      const identifiers: NoteCustomer['identifiers'] = [{ kind: 'email', value: `${key}@example.com` }];
      page.before.push(page.slot);
      const who = { key, name, accountEnd: '', customer: { cardNumber, identifiers } };
      const known = { card: null, damaged: false };
      page.slot = { state: 'customer', ...who, ...known, askSite: false, newcomer: false };
    },
    showsNobody() {
      page.before.push(page.slot);
      page.slot = { state: 'nobody' };
    },
    /** what a sidebar does on each keystroke */
    type(noteId: string, rev: number, said: Said, from: { key?: string | null; writer?: string } = {}) {
      const { key = null, writer = 'frame' } = from;
      const content = { ...emptyNoteContent, ...said };
      return write({ tabId: TAB, writer }, { userId, noteId, key, rev, content, dismissed: [] });
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
    /** "Undo" right after a wrap-up */
    undo: (noteId: string, draftId: string) => undoSave.undo(HERE, { noteId, draftId }),
    choose: (id: string, keep: Choice['keep'], draftId = crypto.randomUUID()) =>
      edits.choose(HERE, { id, keep, draftId }),
    /** "This looks wrong", of this card: the score isn't theirs */
    doubt: (id: string, text: string, cardNumber = 7) =>
      doubts.report({
        ...{ tabId: TAB, id },
        doubt: { cardNumber, cardVersion: 3, kind: 'not-their-score', text },
      }),
    withdrawDoubt: (id: string) => doubts.withdraw(id),
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

const book = { openBook, thrownAway, openBlock, fill, applyNext, key, placeOf };
const sync = { createSync, beforeEachWrite, bytesOnDisk, contentsOnDisk };
const queue = { asFirstVersion, failFromWrite, countReads, killBeforeWrite };
const harness = {
  ...book,
  ...sync,
  ...queue,
  openDetails,
  openDesk,
  makeMutation,
  makeSession,
  codeOf,
  later,
  TAB,
};
export type Harness = typeof harness;
Object.assign(globalThis, { heed: harness });
