import type { Kysely, Transaction } from 'kysely';
import { DAY } from '@/lib/platform/clock';
import type { ReportDoubt } from '@/lib/protocol/mutation';
import { countPaced } from '@/server/count-paced';
import type { Database } from '@/server/db/schema';
import { doubtAtDesk } from '@/server/desk/arrive';
import { type Applied, readApplied, recordApplied } from './applied-mutations';
import { cleanText } from './clean-note';
import { within } from './plausible-time';
import { Rejection } from './rejection';
import { resolveCustomer } from './resolve-customer';

/** More than anybody finds wrong in a day; whoever reads them is shown the newest 200 of all. */
export const MOST_DOUBTS_A_DAY = 100;

async function countDoubt(trx: Transaction<Database>, of: { by: string; at: Date }): Promise<void> {
  const { made } = await countPaced(trx, { ...of, what: 'doubt', span: DAY });
  if (made <= MOST_DOUBTS_A_DAY) return;
  const message = `${MOST_DOUBTS_A_DAY} such words came from you within a day, which is all: send it again a day later`;
  throw new Rejection('too-many-doubts', message);
}

async function applyOnce(trx: Transaction<Database>, mutation: ReportDoubt, at: Date): Promise<Applied> {
  const { id, userId, args } = mutation;
  const { cardNumber } = args;
  // The number of a customer who was merged into another leads to that one.
  const customerId = await resolveCustomer(
    trx,
    { cardNumber, identifiers: [] },
    { customerId: '', at, by: userId },
  );
  const known = await readApplied(trx, customerId, id);
  if (known?.importedDigest === null) return 'duplicate';
  // Whoever imports a file writes the ids in it: that theirs is known proves nothing of these words.
  if (known) throw new Rejection('not-allowed', 'a file brought something else under this id');
  await countDoubt(trx, { by: userId, at });
  await recordApplied(trx, { customerId, mutationId: id, at, importedDigest: null });
  await trx
    .insertInto('doubts')
    .values({
      customer_id: customerId,
      doubt_id: id,
      author_id: userId,
      card_number: cardNumber,
      card_version: args.cardVersion,
      kind: args.kind,
      said: cleanText(args.text),
      at: within(at, mutation.at),
      received_at: at,
    })
    .execute();
  const { kind } = args;
  await doubtAtDesk(trx, { customerId, authorId: userId, kind, at: within(at, mutation.at) });
  return 'applied';
}

/**
 * Keeps what a rep says looks wrong, once, for a supervisor. Nothing is worked out from it: no card, no report and no
 * figure about anyone; its author is kept to be asked back.
 * @throws Rejection `customer-not-found` when no customer has the card's number; `too-many-doubts`
 */
export function reportDoubt(db: Kysely<Database>, mutation: ReportDoubt, at: Date): Promise<Applied> {
  return db.transaction().execute((trx) => applyOnce(trx, mutation, at));
}
