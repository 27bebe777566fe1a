import type { JsonWebKey } from 'node:crypto';
import type { Generated, JSONColumnType } from 'kysely';
import type { SignalKind } from '@/lib/domain/signal';

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

/** Nameless ones until they are moved among the others: see `server/signals/move-signals.ts`. */
type SignalInbox = Omit<Signals, 'given_by'>;

/** The ids that nameless ones came with, by the month of their day, while they may come again. */
type SignalsSeen = { month: string; signal_id: string };

/** On which day they were moved last. One row. */
type SignalMoves = { id: number; day: string };

/**
 * Tokens that were used, by hash: how many different people of a team gave in a month, as far as what they gave was moved
 * (`counted`), and how much each gave.
 */
type SignalGivers = {
  team: string;
  month: string;
  token_hash: string;
  given: Generated<number>;
  counted: Generated<boolean>;
};

export type SignalTables = {
  signals: Signals;
  signal_inbox: SignalInbox;
  signals_seen: SignalsSeen;
  signal_moves: SignalMoves;
  signal_keys: SignalKeys;
  signal_tokens: SignalTokens;
  signal_givers: SignalGivers;
};
