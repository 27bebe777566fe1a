import { Dexie, type EntityTable } from 'dexie';
import type { Sealed } from './sealed';

/**
 * A note begun and not finished, or an edit of one, which has an id of its own here. What it says, and about whom, is
 * sealed under its author's key. In every table `userId` is `NoteUser.id`: store and user, never the store's bare user id.
 */
export type DraftRow = {
  noteId: string;
  userId: string;
  rev: number;
  /** which sidebar wrote this revision: two of them must not overwrite each other in silence */
  writer: string;
  savedAt: string;
  sealed: Sealed;
};

/**
 * A finished note, an edit of one, a doubt or a handover, on its way to the store. `id` is the mutation's; `noteId` is the
 * doubt's own where no note is meant.
 */
export type OutboxRow = {
  id: string;
  userId: string;
  noteId: string;
  at: string;
  /** `dropped`: its author chose the store's text; kept for a while, since they may think again */
  state: 'waiting' | 'needs-attention' | 'dropped';
  code: string | null;
  /** answers that were no answer, when it was sent alone; the most troubled goes last */
  failures: number;
  sealed: Sealed;
  /** place among the rows of one note: an edit goes behind its note. Not by id, for a clock may be set back */
  seq?: number;
  /** false as long as it can't have reached the store; rows of an older version don't say */
  tried?: boolean;
  /** what the store has, when it answered with a conflict */
  theirs?: Sealed;
  droppedAt?: string;
};

/**
 * Not extractable: no script gets its bytes. The browser writes them into its files beside what they seal, so sealing
 * keeps a note from other users of the browser, other extensions and a glance, not from who holds the disk.
 */
export type UserKeyRow = { userId: string; key: CryptoKey };
/** Whatever else must outlive the browser: what an id, or its prefix, means is said where it is written. */
export type MetaRow = { id: string; value: unknown };

/**
 * What must never be lost. A database of its own, so that no clearing of cards comes near it; strict, so that "saved"
 * means on disk: by default Chromium reports a transaction done before the disk has it.
 */
export class NotesDb extends Dexie {
  declare drafts: EntityTable<DraftRow, 'noteId'>;
  declare outbox: EntityTable<OutboxRow, 'id'>;
  declare userKeys: EntityTable<UserKeyRow, 'userId'>;
  declare meta: EntityTable<MetaRow, 'id'>;

  constructor() {
    super('heed-notes', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      drafts: 'noteId, userId',
      outbox: 'id, userId, noteId',
      userKeys: 'userId',
      meta: 'id',
    });
    // What is asked of a long outbox costs what the answer costs: who is next, how many, since when, what is in the way.
    this.version(2).stores({
      outbox: 'id, userId, droppedAt, [userId+noteId], [userId+state+at], [userId+state+failures+id]',
    });
  }

  /**
   * Dexie takes a failure to open for the last word. It isn't: a disk was full, and there is room again. Not at once, or
   * what waited for this opening would ask for the next one without a pause.
   */
  override open() {
    return super.open().catch((error: unknown) => {
      setTimeout(() => {
        if (this.hasFailed()) this.close({ disableAutoOpen: false });
      });
      throw error;
    });
  }
}
