import type { Kysely, Transaction } from 'kysely';
import { HOUR } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { HandoverTo } from '@/lib/protocol/handover';
import type { HandOver } from '@/lib/protocol/mutation';
import { callRoles, may } from '@/lib/protocol/roles';
import { markDirty } from '@/server/cards/mark-dirty';
import type { Database } from '@/server/db/schema';
import { type Applied, recordApplied } from './applied-mutations';
import { cleanContent, cleanText } from './clean-note';
import { noteOwner } from './note-owner';
import { within } from './plausible-time';
import { Rejection } from './rejection';
import { resolveCustomer } from './resolve-customer';

type Trx = Transaction<Database>;
type To = Pick<Database['handovers'], 'to_team' | 'to_user'>;

/** A shift: what nobody took by then is its giver's again. */
const HOLDS_FOR = 8 * HOUR;

async function readUser(trx: Trx, id: string) {
  return trx.selectFrom('user').select(['id', 'role', 'team']).where('id', '=', id).executeTakeFirst();
}

/** To whom it goes, as it is now: the giver's team, or somebody who takes calls. */
async function recipient(trx: Trx, giverId: string, to: HandoverTo): Promise<To> {
  if (to.kind === 'team') {
    const giver = await readUser(trx, giverId);
    if (!giver) throw new Rejection('not-allowed', 'nobody works here any more by whom it was given');
    return { to_team: giver.team, to_user: null };
  }
  const colleague = await readUser(trx, to.userId);
  if (!colleague || colleague.id === giverId || !may(colleague.role, callRoles))
    throw new Rejection('colleague-not-found', 'nobody by this id takes calls');
  return { to_team: null, to_user: colleague.id };
}

async function insertHandover(
  trx: Trx,
  { args, userId }: HandOver,
  { customerId, to, at }: { customerId: string; to: To; at: Date },
): Promise<void> {
  const givenAt = within(at, args.givenAt);
  await trx
    .insertInto('handovers')
    .values({
      ...{ customer_id: customerId, handover_id: args.noteId, given_by: userId, ...to },
      ...{ ask: cleanText(args.ask), on_line: args.onLine, direction: args.direction },
      content: JSON.stringify(cleanContent(args.content)),
      customer_ref: JSON.stringify(args.customer),
      moves: JSON.stringify(args.moves),
      started_at: within(at, args.startedAt),
      given_at: givenAt,
      expires_at: new Date(givenAt.getTime() + HOLDS_FOR),
      ...{ state: 'waiting', taken_by: null, taken_at: null },
    })
    .execute();
}

async function applyOnce(trx: Trx, mutation: HandOver, at: Date): Promise<Applied> {
  const { id, userId, args } = mutation;
  const known = await trx
    .selectFrom('handover_owners')
    .select('given_by')
    .where('handover_id', '=', args.noteId)
    .executeTakeFirst();
  if (known && known.given_by !== userId) throw new Rejection('not-allowed', 'another gave this');
  if (known) return 'duplicate';
  if ((await noteOwner(trx, args.noteId)) !== undefined)
    throw new Rejection('not-allowed', 'this note is stored already');
  const to = await recipient(trx, userId, args.to);
  const customerId = await resolveCustomer(trx, args.customer, { customerId: uuidv7(at), at, by: userId });
  // Two at once: the second fails on the key, and is tried again.
  await trx
    .insertInto('handover_owners')
    .values({ handover_id: args.noteId, customer_id: customerId, given_by: userId, open: true })
    .execute();
  await recordApplied(trx, { customerId, mutationId: id, at, importedDigest: null });
  await insertHandover(trx, mutation, { customerId, to, at });
  await markDirty(trx, [customerId], at);
  return 'applied';
}

/**
 * Puts a half-written note into other hands, once, however often it is sent.
 * @throws Rejection when it can never be applied: its giver takes it back
 */
export function handOver(db: Kysely<Database>, mutation: HandOver, at: Date): Promise<Applied> {
  return db.transaction().execute((trx) => applyOnce(trx, mutation, at));
}
