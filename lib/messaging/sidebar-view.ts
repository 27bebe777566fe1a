import { z } from 'zod';
import { askAgainReasons } from '@/lib/domain/ask-again';
import { cardSchema } from '@/lib/domain/card';
import { directions, noteContentSchema, noteCustomerSchema } from '@/lib/domain/note';

/** One of several customers that the page's identifiers lead to. */
export const candidateSchema = z.object({
  card: cardSchema,
  /** as the page calls this one of several; empty where it calls all the same, or there is no page */
  name: z.string(),
  /** as the store calls them; empty where it names nobody, or hasn't said yet */
  storeName: z.string(),
  /**
   * how their account number ends, where another is called the same; empty where Heed knows none that tells them apart, null
   * where what they are called does
   */
  accountEnd: z.string().nullable(),
  /** which identifiers led here, in words a rep knows: `email`, `phone`, `externalId` */
  foundBy: z.array(z.enum(['email', 'phone', 'externalId'])),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** no card, for what is here of this customer is damaged; it is fetched again */
const damaged = z.boolean();

/** how their account number ends, where they were chosen among others of one name by it; empty else */
const chosenByEnd = { accountEnd: z.string() };

/**
 * Whom a page names, and why nothing of them shows. `newcomer`: none of the customers found, said the rep, and nothing
 * on the page tells who else; `misread`: the site is read wrongly, said the rep. Both can be taken back.
 */
const unshownSchema = z.object({
  key: z.string(),
  name: z.string(),
  why: z.enum(['newcomer', 'misread', 'unread']),
});

/** **This page**: who the CRM shows now. `key` is the identity on the page; a view is painted only while it still holds. */
export const pageSlotSchema = z.discriminatedUnion('state', [
  /** nothing may be shown: the page is changing, or no page reports here */
  z.object({ state: z.literal('blank') }),
  /** `of`: the page does name somebody, whom Heed shows nothing of */
  z.object({ state: z.literal('nobody'), of: unshownSchema.exactOptional() }),
  /** the page has named more people in a minute than a rep can open: nobody is looked up for it until that is over */
  z.object({ state: z.literal('paused') }),
  /** one customer; `card` is null where the store has none (unknown) */
  z.object({
    state: z.literal('customer'),
    key: z.string(),
    name: z.string(),
    ...chosenByEnd,
    customer: noteCustomerSchema,
    card: cardSchema.nullable(),
    damaged,
    /** nobody has said yet whether Heed reads this site rightly */
    askSite: z.boolean(),
    /** the rep said that it is none of the customers found; it can be taken back */
    newcomer: z.boolean(),
  }),
  /** the identifiers disagree, or fit several: ask, and say why */
  z.object({
    state: z.literal('choose'),
    key: z.string(),
    name: z.string(),
    why: z.enum(['identifiers-disagree', 'shared-identifier', 'several-people', 'only-phone-fits', 'unsure']),
    candidates: z.array(candidateSchema).max(20),
  }),
]);
export type PageSlot = z.infer<typeof pageSlotSchema>;

/** **This call**: pinned until it is ended or switched, whatever the page shows. */
export const callSlotSchema = z.object({
  noteId: z.uuid(),
  direction: z.enum(directions),
  name: z.string(),
  ...chosenByEnd,
  customer: noteCustomerSchema,
  card: cardSchema.nullable(),
  damaged,
  content: noteContentSchema,
  dismissed: z.array(z.string()),
  startedAt: z.string(),
  /** highest revision that is on disk, and when it got there (real time) */
  rev: z.int(),
  savedAt: z.string().nullable(),
  /** the page shows someone else, or nobody: both are named */
  pageDiffers: z.boolean(),
  /** the number or address that they rang from; empty where no phone said it */
  line: z.string(),
  /** who handed it over half-written; empty where the rep began it */
  begunBy: z.string(),
  /** what they asked for; empty where nothing */
  asked: z.string(),
  /** whom the last move took it from, by name, while that can be taken back; empty else */
  movedFrom: z.string(),
  /** see `accountEnd` */
  movedFromEnd: z.string(),
  /** why who is on the line has to be asked once more; null where nothing says so */
  askAgain: z.enum(askAgainReasons).nullable(),
  /** no call, but an edit of a note saved before, which said this */
  editing: z.object({ original: noteContentSchema }).nullable(),
});
export type CallSlot = z.infer<typeof callSlotSchema>;

/**
 * The phone rings, and who it is isn't known: these are the customers whom the number may mean. The caller is not
 * verified by that.
 */
export const ringSlotSchema = z.object({
  id: z.uuid(),
  via: z.enum(['address', 'page', 'typed']),
  /** the site that said so; empty for the rep */
  from: z.string(),
  /** the number as it was handed over, and the account number before it */
  said: z.string(),
  at: z.string(),
  /** `locked`: no keys are here, so that nobody can be looked up; `damaged`: not before the book is mended */
  why: z.enum(['one', 'several', 'identifiers-disagree', 'nobody', 'locked', 'damaged']),
  candidates: z.array(candidateSchema).max(20),
});
export type RingSlot = z.infer<typeof ringSlotSchema>;

/** A note that was wrapped up a moment ago (`at`, real time), and is kept on this computer while that can be undone. */
const undoableNoteSchema = z.object({
  noteId: z.uuid(),
  direction: z.enum(directions),
  name: z.string(),
  content: noteContentSchema,
  at: z.string(),
});
export type UndoableNote = z.infer<typeof undoableNoteSchema>;

export const syncStateSchema = z.object({
  /** last contact with the store succeeded */
  online: z.boolean(),
  unsent: z.int(),
  /** one of these is kept from leaving while its wrap-up can be undone */
  undoable: z.boolean(),
  /** calls that aren't wrapped up, and edits that aren't done */
  drafts: z.int(),
  oldestUnsentAt: z.string().nullable(),
  needsAttention: z.int(),
  /** notes of other people who use this computer; only how many */
  unsentOfOthers: z.int(),
  /** in the book that is here whole */
  customers: z.int(),
  /** a book on its way here; `secondsLeft` is null before there is anything to tell it by */
  coming: z
    .object({
      customers: z.int(),
      totalCustomers: z.int(),
      bytes: z.int(),
      totalBytes: z.int(),
      secondsLeft: z.int().nullable(),
    })
    .nullable(),
  lastPullAt: z.string().nullable(),
  /** keys are here, so cards can be looked up */
  unlocked: z.boolean(),
  /** some cards can’t be read until they are fetched again */
  damaged: z.boolean(),
  /** the database of notes was deleted under us, `unsent` notes with it, and nobody has read that yet */
  lost: z.object({ at: z.string(), unsent: z.int() }).nullable(),
});
export type SyncState = z.infer<typeof syncStateSchema>;

export const storageStateSchema = z.object({
  /** the browser promised to clear it only when a person says so */
  persisted: z.boolean(),
  /** what extensions like this one store is not cleared, promise or not */
  exempt: z.boolean(),
  /** bytes, as the browser estimates; null where it doesn't */
  usage: z.number().nullable(),
});
export type StorageState = z.infer<typeof storageStateSchema>;

/** `id` is `NoteUser.id`: two people may share a name. */
const userShape = { id: z.string(), name: z.string() };

/** All that a sidebar shows except detail and the organisation's lists. */
export const sidebarViewSchema = z.object({
  account: z.discriminatedUnion('state', [
    z.object({ state: z.literal('signed-out') }),
    /** sign in again; drafts and unsent notes are safe */
    z.object({ state: z.literal('expired'), ...userShape }),
    z.object({ state: z.literal('signed-in'), ...userShape }),
  ]),
  /** business time: real, or shifted under `--as-of` */
  now: z.string(),
  page: pageSlotSchema,
  call: callSlotSchema.nullable(),
  /** oldest first, so that none takes another's place under the rep's hand */
  rings: z.array(ringSlotSchema).max(5),
  /** other notes begun and not finished, newest first: parked calls */
  parked: z.array(
    z.object({
      noteId: z.uuid(),
      name: z.string(),
      ...chosenByEnd,
      startedAt: z.string(),
      editing: z.boolean(),
      /** on hold since (real time); null where nobody knows */
      heldAt: z.string().nullable(),
      /** it holds words, or taps, that are in no note yet */
      unfinished: z.boolean(),
    }),
  ),
  /** the user's own, whichever sidebar it was wrapped up in */
  undoable: undoableNoteSchema.nullable(),
  sync: syncStateSchema,
});
export type SidebarView = z.infer<typeof sidebarViewSchema>;
