import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { FEWEST_GIVERS } from '@/lib/domain/signal';
import type { NamelessSignal } from '@/lib/protocol/signals';
import type { Database } from '@/server/db/schema';
import { isSigned } from './team-key';

const monthOf = (day: string) => day.slice(0, 7);

/**
 * Signals without a name: how strangers are kept out, and givers counted, by a store that doesn't know who gives.
 *
 * Counting rows would not do: five signals of one rep are one giver, and shown they would point at them. So each person
 * gets one random token a month, signed blindly (RFC 9474): the store signs it without seeing it, and can't tell later
 * whom it signed it for. A signal comes with the token, on a route that takes no sign-in. Its signature shows that
 * somebody of that team gives it; the hashes of the tokens, kept apart from the signals, say how many different people of
 * the team gave in that month.
 *
 * What is kept of a signal: a random id, the team, the kind, the line, the day. Not kept: who, when in the day, from
 * which computer or address, which token. The request log leaves the route out. The order in which a database wrote its
 * rows can be read in it, and lays a token beside the first signal that came with it: README says what that means.
 *
 * What this does not do:
 * - It protects from whoever reads the logs and reports. Not from somebody who administers the database, or changes the store's
 *   program, or watches its network while a signal comes in: the address it comes from is seen there, though written
 *   down nowhere, and so is that one token came twice. The extension waits up to a day before it sends, for that.
 * - What somebody writes may give them away. The form says so.
 * - Whoever has both the giver's unlocked browser and this database can tell that they gave something that month, not
 *   what.
 * - A team in which fewer than five ever give is never shown what was given there.
 *
 * @returns false where the signature isn't this team's of that month
 */
export async function keepNameless(db: Kysely<Database>, signal: NamelessSignal): Promise<boolean> {
  const { id, team, kind, line, day } = signal;
  const of = { team, month: monthOf(day) };
  const token = Buffer.from(signal.token, 'base64');
  const signature = Buffer.from(signal.signature, 'base64');
  if (!(await isSigned(db, of, { token, signature }))) return false;
  const token_hash = createHash('sha256').update(token).digest('hex');
  await db
    .insertInto('signal_givers')
    .values({ ...of, token_hash })
    .onConflict((c) => c.doNothing())
    .execute();
  await db
    .insertInto('signals')
    .values({ signal_id: id, team, kind, line, day, given_by: null })
    .onConflict((c) => c.column('signal_id').doNothing())
    .execute();
  return true;
}

/** Teams and months of which so many people gave that none of them is pointed at: `team month`. */
export async function readShownMonths(db: Kysely<Database>): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('signal_givers')
    .select(['team', 'month'])
    .groupBy(['team', 'month'])
    .having((eb) => eb.fn.countAll(), '>=', FEWEST_GIVERS)
    .execute();
  return new Set(rows.map(({ team, month }) => `${team} ${month}`));
}

export const isShown = (shown: ReadonlySet<string>, { team, day }: { team: string; day: string }): boolean =>
  shown.has(`${team} ${monthOf(day)}`);
