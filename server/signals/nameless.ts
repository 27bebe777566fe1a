import { createHash } from 'node:crypto';
import type { Insertable, Kysely, Transaction } from 'kysely';
import { MOST_NAMELESS } from '@/lib/domain/signal';
import type { NamelessSignal } from '@/lib/protocol/signals';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';
import { isSigned } from './team-key';

/** `not-signed`: no signature of this team's of that month; `too-many`: of this giver, in that month */
export type Kept = 'kept' | 'not-signed' | 'too-many';
type SignalRow = Insertable<Database['signal_inbox']>;
type Giver = { team: string; month: string; token_hash: string };

const monthOf = (day: string) => day.slice(0, 7);

/** Thrown to undo what was begun for a signal that is one too many. */
class TooMany extends Error {}

async function count(trx: Transaction<Database>, giver: Giver): Promise<void> {
  const counted = await trx
    .insertInto('signal_givers')
    .values({ ...giver, given: 1 })
    .onConflict((c) =>
      c
        .columns(['team', 'month', 'token_hash'])
        .doUpdateSet((eb) => ({ given: eb('signal_givers.given', '+', 1) }))
        .where('signal_givers.given', '<', MOST_NAMELESS),
    )
    .returning('given')
    .executeTakeFirst();
  if (!counted) throw new TooMany();
}

async function isMoved(trx: Transaction<Database>, { signal_id, day }: SignalRow): Promise<boolean> {
  const row = await trx
    .selectFrom('signals_seen')
    .select('signal_id')
    .where('month', '=', monthOf(day))
    .where('signal_id', '=', signal_id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Once, however often it comes: what is there already is counted no second time. */
async function keepOnce(trx: Transaction<Database>, signal: SignalRow, giver: Giver): Promise<void> {
  if (await isMoved(trx, signal)) return;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('signal_inbox')
    .values(signal)
    .onConflict((c) => c.column('signal_id').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) await count(trx, giver);
}

/**
 * Signals without a name: how strangers are kept out, and givers counted, by a store that doesn't know who gives.
 *
 * Counting rows would not do: five signals of one rep are one giver, and shown they would point at them. So each person
 * gets one random token a month, signed blindly (RFC 9474): the store signs it without seeing it, and can't tell later
 * whom it signed it for. A signal comes with the token, on a route that takes no sign-in. Its signature shows that
 * somebody of that team gives it; the hashes of the tokens, kept apart from the signals, say how many different people of
 * the team gave in that month, and how many signals came with each, which is bounded.
 *
 * Whoever may read the list is given no token: of five who gave, one who reads it would know the others apart.
 *
 * What is kept of a signal: a random id, the team, the kind, the line, the day. Not kept: who, when in the day, from
 * which computer or address, which token. The request log leaves the route out. A database's rows lie in the order in
 * which they were written, which would lay a token beside the first signal that came with it: so signals come into a table
 * of their own, and are moved once a day, under new random ids and in the order of those, with the tokens' hashes written
 * anew in their own order. The ids that they came with, which lie in their givers' browsers too, are kept apart and in no
 * order but their own, for as long as one may come again.
 *
 * What this does not do:
 * - It protects from whoever reads the logs and reports. Not from somebody who administers the database and looks into it on
 *   the very day (or keeps its log of changes), or changes the store's program, or watches its network while a signal
 *   comes in: the address it comes from is seen there, though written down nowhere, and so is that one token came twice.
 *   The extension waits up to a day before it sends, for that.
 * - What somebody writes may give them away. The form says so.
 * - Whoever has both the giver's unlocked browser and this database can tell that they gave something that month, and how
 *   many, not what.
 * - A team in which fewer than five ever give is never shown what was given there.
 */
export async function keepNameless(db: Kysely<Database>, signal: NamelessSignal): Promise<Kept> {
  const { id: signal_id, team, kind, line, day } = signal;
  const of = { team, month: monthOf(day) };
  const token = Buffer.from(signal.token, 'base64');
  const signature = Buffer.from(signal.signature, 'base64');
  if (!(await isSigned(db, of, { token, signature }))) return 'not-signed';
  const token_hash = createHash('sha256').update(token).digest('hex');
  try {
    const row = { signal_id, team, kind, line, day };
    await inTransaction(db, (trx) => keepOnce(trx, row, { ...of, token_hash }));
    return 'kept';
  } catch (error) {
    if (error instanceof TooMany) return 'too-many';
    throw error;
  }
}
