import type { OutreachState, WhyNot } from '@/lib/domain/outreach';

/** A customer to be called by us. One that waits at a time for each customer. */
type Outreach = {
  customer_id: string;
  /** of the answer that put them here, so that drawing twice puts them here once */
  outreach_id: string;
  /** which rule put them here; a month's drawn sample is to be another */
  source: 'at-risk';
  created_at: Date;
  state: OutreachState;
  attempts: number;
  last_attempt_at: Date | null;
  ended_at: Date | null;
  /** nobody is offered it before */
  not_before: Date;
  /** what it waits for until then; null where nothing is in the way */
  waits_for: WhyNot | 'call-back' | 'given-back' | null;
  /** who has it in hand, and until when nobody else may take it */
  claimed_by: string | null;
  claimed_until: Date | null;
  /** the id of the result that was told last: told again, it counts once */
  last_result_id: string | null;
  /** who told it; for whoever looks into a result that can't be right, and read by no report */
  last_result_by: string | null;
};

export type OutreachTables = { outreach: Outreach };
