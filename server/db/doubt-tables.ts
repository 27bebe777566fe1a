import type { DoubtKind } from '@/lib/domain/doubt';

/** What a rep says looks wrong. Nothing is worked out from it; `author_id` is whom to ask back. */
type Doubts = {
  customer_id: string;
  doubt_id: string;
  author_id: string;
  /** as the rep saw them */
  card_number: number;
  card_version: number;
  kind: DoubtKind;
  said: string;
  at: Date;
  received_at: Date;
};

export type DoubtTables = { doubts: Doubts };
