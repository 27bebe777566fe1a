import type { ColumnType, JSONColumnType } from 'kysely';
import type { DeskState, DeskWhy, MatchKind } from '@/lib/domain/desk';

type LaterText = ColumnType<string | null, string | null | undefined, string | null>;
type LaterNumber = ColumnType<number | null, number | null | undefined, number | null>;
type LaterDate = ColumnType<Date | null, Date | null | undefined, Date | null>;

/** Where a note stands on its way into the record: one row a note. How it came there is in `note_review_events`. */
type NoteReviews = {
  customer_id: string;
  note_id: string;
  author_id: string;
  /** of the note, as in `notes`: rises with it in the same transaction */
  version: number;
  /** when this version came: what waits is read by it, and publishes itself by it */
  arrived_at: Date;
  whys: JSONColumnType<DeskWhy[], string, string>;
  /** 0 for exceptions, 1 for what only chance picked, or nothing */
  rank: number;
  state: DeskState;
  match: MatchKind;
  /** what chance said (0 to 1), and the share that it was compared with; null in notes of before there was a desk */
  draw: LaterNumber;
  share: LaterNumber;
  /** who reviewed last, and which version */
  reviewed_by: LaterText;
  reviewed_at: LaterDate;
  reviewed_version: LaterNumber;
  exemplary: boolean;
  /** with the next two: what its author is asked, until they have edited it or somebody reviewed it */
  asked_by: LaterText;
  asked_at: LaterDate;
  question: LaterText;
  /** what is in the record: which version, since when; by nobody where it published itself, and then unreviewed */
  published_by: LaterText;
  published_at: LaterDate;
  published_version: LaterNumber;
  /** the request that published it */
  published_in: LaterText;
  unreviewed: boolean;
  /** when something beyond the store took what is published; from then on nobody takes it back */
  taken_at: LaterDate;
};

export const deskEvents = ['reviewed', 'exemplary', 'asked', 'published', 'unpublished'] as const;
export type DeskEvent = (typeof deskEvents)[number];

/** What was in force before a publication, which taking it back brings back. */
export type Before = {
  state: DeskState;
  published_by: string | null;
  published_at: string | null;
  published_version: number | null;
  published_in: string | null;
  unreviewed: boolean;
};

type Detail = {
  /** the words of a question */
  question?: string;
  /** of `exemplary` */
  is?: boolean;
  /** of `reviewed`: the version before the correction, where there was one */
  corrected?: number;
  /** of `published` */
  before?: Before;
  /** of `unpublished`: the request that had published it */
  of?: string;
};

/** What was done with a note at the desk; only ever added to. `event_id` is the request's, so that it counts once. */
type NoteReviewEvents = {
  customer_id: string;
  note_id: string;
  event_id: string;
  kind: DeskEvent;
  /** null where it published itself */
  by_user: string | null;
  at: Date;
  version: number;
  detail: JSONColumnType<Detail, string, string>;
};

export type DeskTables = { note_reviews: NoteReviews; note_review_events: NoteReviewEvents };
