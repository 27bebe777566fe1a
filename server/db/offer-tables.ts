import type { ColumnType } from 'kysely';
import type { offerStates } from '@/lib/domain/note';

/** Why somebody should look at an offer again; null for what a rep may give. */
export type OfferFlag = 'unknown-action' | 'over-limit' | null;

type Offers = {
  customer_id: string;
  offer_id: string;
  note_id: string;
  action_code: string;
  amount_minor: number | null;
  state: (typeof offerStates)[number];
  reference: string;
  task_owner: string;
  at: Date;
  flag: OfferFlag;
  /** the approval that covers it; null for what the rep gave by their own leave */
  approval_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** the moment that limits count it at: see `server/offers/counted-at.ts` */
  counted_at: Date;
};

export type OfferTables = { offers: Offers };
