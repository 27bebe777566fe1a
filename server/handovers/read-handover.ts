import type { ExpressionBuilder, Kysely } from 'kysely';
import { mayDisclose } from '@/lib/domain/may-disclose';
import { type NoteCustomer, noteContentSchema } from '@/lib/domain/note';
import type { Given, Handover } from '@/lib/protocol/handover';
import type { SignedInUser } from '@/server/auth/verify-access-token';
import type { Database } from '@/server/db/schema';
import { ownersOf } from '@/server/mutations/resolve-customer';
import { nameOfUser } from '@/server/name-of-user';
import { type HandoverRow, teamsOf } from './who-may';

type Db = Kysely<Database>;
export type Asking = { reader: SignedInUser; now: Date };

export const isOver = (row: HandoverRow, now: Date) => row.expires_at.getTime() <= now.getTime();

/** Had the giver marked the caller as one who may hear of the account? */
const isVerified = ({ content }: HandoverRow) => mayDisclose(noteContentSchema.parse(content).caller);

async function toName(db: Db, { to_team, to_user }: HandoverRow): Promise<Handover['to']> {
  if (to_user !== null) return { kind: 'colleague', name: await nameOfUser(db, to_user) };
  const team = await db.selectFrom('teams').select('name').where('team_id', '=', to_team).executeTakeFirst();
  return { kind: 'team', name: team?.name ?? '' };
}

/** As its reader gets it: the taker asks anew who is on the line, so that nobody is verified by another's word. */
export async function toHandover(db: Db, row: HandoverRow, { id }: { id: string }): Promise<Handover> {
  const content = noteContentSchema.parse(row.content);
  return {
    handoverId: row.handover_id,
    by: await nameOfUser(db, row.given_by),
    mine: row.given_by === id,
    to: await toName(db, row),
    givenAt: row.given_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    verified: isVerified(row),
    onLine: row.on_line,
    ask: row.ask,
    content: { ...content, caller: 'unverified' },
    direction: row.direction,
    startedAt: row.started_at.toISOString(),
    taken: row.taken_by === id,
  };
}

/** The one customer that this names; undefined where it names nobody, or several. */
async function customerOf(db: Db, { cardNumber, identifiers }: NoteCustomer): Promise<string | undefined> {
  if (cardNumber !== null) {
    const row = await db
      .selectFrom('card_numbers')
      .select('customer_id')
      .where('number', '=', cardNumber)
      .executeTakeFirst();
    return row?.customer_id;
  }
  const [first, ...others] = await ownersOf(db, identifiers);
  return others.length === 0 ? first : undefined;
}

/** The note of this handover is in the store: there is nothing to go on with any more. */
async function isFinished(db: Db, handoverId: string): Promise<boolean> {
  const row = await db
    .selectFrom('note_owners')
    .select('note_id')
    .where('note_id', '=', handoverId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Asked of the database, before it cuts the list: what is for others must not push out what is this reader's. */
const isTheirs =
  ({ id }: SignedInUser, teams: readonly string[]) =>
  (eb: ExpressionBuilder<Database, 'handovers'>) =>
    eb.or([
      eb('given_by', '=', id),
      eb('to_user', '=', id),
      eb.and([eb('to_user', 'is', null), eb('to_team', 'in', teams)]),
    ]);

/** What is handed over of a customer to this reader, or was by them, and waits; and what they took and didn't finish. */
export async function findHandovers(
  db: Db,
  customer: NoteCustomer,
  { reader, now }: Asking,
): Promise<Handover[]> {
  const customerId = await customerOf(db, customer);
  if (customerId === undefined) return [];
  const teams = await teamsOf(db, reader);
  const rows = await db
    .selectFrom('handovers')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'waiting'), eb('expires_at', '>', now), isTheirs(reader, teams)(eb)]),
        eb.and([eb('state', '=', 'taken'), eb('taken_by', '=', reader.id)]),
      ]),
    )
    .orderBy('given_at', 'desc')
    .limit(50)
    .execute();
  const found: Handover[] = [];
  for (const row of rows) {
    const isDone = row.state === 'taken' && (await isFinished(db, row.handover_id));
    if (!isDone) found.push(await toHandover(db, row, reader));
  }
  return found.slice(0, 20);
}

async function toGiven(db: Db, row: HandoverRow, now: Date): Promise<Given> {
  const card = await db
    .selectFrom('card_numbers')
    .select('number')
    .where('customer_id', '=', row.customer_id)
    .orderBy('number')
    .executeTakeFirst();
  return {
    handoverId: row.handover_id,
    cardNumber: card?.number ?? null,
    to: await toName(db, row),
    givenAt: row.given_at.toISOString(),
    state: row.state === 'waiting' && isOver(row, now) ? 'expired' : row.state,
    takenBy: row.taken_by === null ? null : await nameOfUser(db, row.taken_by),
    verified: isVerified(row),
  };
}

/** What became of the handovers that this reader gave, until they have read it. */
export async function givenBy(db: Db, { reader, now }: Asking): Promise<Given[]> {
  const owners = await db
    .selectFrom('handover_owners')
    .select(['handover_id', 'customer_id'])
    .where('given_by', '=', reader.id)
    .where('open', '=', true)
    .orderBy('handover_id', 'desc')
    .limit(100)
    .execute();
  const given: Given[] = [];
  for (const { customer_id, handover_id } of owners) {
    const row = await db
      .selectFrom('handovers')
      .selectAll()
      .where('customer_id', '=', customer_id)
      .where('handover_id', '=', handover_id)
      .executeTakeFirst();
    if (row) given.push(await toGiven(db, row, now));
  }
  return given;
}

/** Who began the note that this author finished; null where they began it themselves. */
export async function readGiver(db: Db, noteId: string, authorId: string): Promise<string | null> {
  const owner = await db
    .selectFrom('handover_owners')
    .select('customer_id')
    .where('handover_id', '=', noteId)
    .executeTakeFirst();
  if (!owner) return null;
  const row = await db
    .selectFrom('handovers')
    .select('given_by')
    .where('customer_id', '=', owner.customer_id)
    .where('handover_id', '=', noteId)
    .where('taken_by', '=', authorId)
    .executeTakeFirst();
  return row?.given_by ?? null;
}
