import type { JsonWebKey } from 'node:crypto';
import type { JSONColumnType } from 'kysely';
import type { CallingHours } from '@/lib/domain/calling-hours';
import type { OutreachState, WhyNot } from '@/lib/domain/outreach';
import type { SignalKind } from '@/lib/domain/signal';

export type CallingHoursByRegion = Record<string, CallingHours>;

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
};

/** What reps noticed. Of a nameless one nothing here says whose it is: see `server/signals/nameless.ts`. */
type Signals = {
  signal_id: string;
  team: string;
  kind: SignalKind;
  line: string;
  /** `YYYY-MM-DD` */
  day: string;
  given_by: string | null;
};

/** One key for each team and month: what it signs blindly shows that somebody of this team gives, and not who. */
type SignalKeys = { team: string; month: string; private_key: JSONColumnType<JsonWebKey, string, string> };

/** Who has fetched their month's token, as every extension does, whether or not a signal is ever given. */
type SignalTokens = { user_id: string; month: string; blinded_hash: string };

/** Tokens that were used, by hash: how many different people of a team gave in a month. */
type SignalGivers = { team: string; month: string; token_hash: string };

/** Whom reps call in quiet hours, and what they noticed. */
export type QuietHourTables = {
  outreach: Outreach;
  signals: Signals;
  signal_keys: SignalKeys;
  signal_tokens: SignalTokens;
  signal_givers: SignalGivers;
};
