import type { ColumnType, JSONColumnType } from 'kysely';
import type { ApprovalState } from '@/lib/domain/approval';

/** May a rep give this? `people` are user ids, in the order in which they are asked. */
type Approvals = {
  customer_id: string;
  approval_id: string;
  note_id: string;
  asked_by: string;
  asked_at: Date;
  action_code: string;
  amount_minor: number;
  why: string;
  people: JSONColumnType<string[], string, string>;
  turn_seconds: number;
  /** when the last one's time is over */
  expires_at: Date;
  state: Exclude<ApprovalState, 'unanswered'>;
  answered_by: string | null;
  answered_at: Date | null;
  answer: string;
};

/**
 * Whose customer's an approval is, and who asked (null in those of before that was written); `expires_at` never changes,
 * so that what may still wait is found by it.
 */
type ApprovalOwners = {
  approval_id: string;
  customer_id: string;
  expires_at: Date;
  asked_by: ColumnType<string | null, string | undefined, string>;
};

/** What one person may be asked, from when their turn begins; gone once it is answered. */
type ApprovalPeople = {
  user_id: string;
  approval_id: string;
  customer_id: string;
  asked_from: Date;
  expires_at: Date;
};

/** Who made an offer, kept for as many days as are asked about. Its id alone, which a client picks, is nobody's. */
type OfferGivers = { given_by: string; customer_id: string; note_id: string; offer_id: string; at: Date };

export type ApprovalTables = {
  approvals: Approvals;
  approval_owners: ApprovalOwners;
  approval_people: ApprovalPeople;
  offer_givers: OfferGivers;
};
