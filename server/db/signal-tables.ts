import type { JsonWebKey } from 'node:crypto';
import type { JSONColumnType } from 'kysely';
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

/** Tokens that were used, by hash: how many different people of a team gave in a month. */
type SignalGivers = { team: string; month: string; token_hash: string };

export type SignalTables = {
  signals: Signals;
  signal_keys: SignalKeys;
  signal_tokens: SignalTokens;
  signal_givers: SignalGivers;
};
