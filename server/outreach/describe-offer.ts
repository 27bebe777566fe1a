import type { Kysely } from 'kysely';
import type { OutreachEntry } from '@/lib/protocol/outreach';
import type { Database } from '@/server/db/schema';
import type { Phone } from './call-facts';
import type { OutreachRow } from './claim-outreach';

/** Somebody whom a rep has in hand now. */
export type Offer = { row: OutreachRow; phones: Phone[]; callUntil: Date };

async function readWhy(db: Kysely<Database>, row: OutreachRow): Promise<OutreachEntry['why']> {
  const answer = await db
    .selectFrom('responses')
    .select(['score', 'answered_at', 'about'])
    .where('customer_id', '=', row.customer_id)
    .where('response_id', '=', row.outreach_id)
    .where('confidentiality', '=', 'attributable')
    .executeTakeFirst();
  if (!answer || answer.score === null) return null;
  return { score: answer.score, at: answer.answered_at.toISOString(), about: answer.about };
}

/** What the rep needs to call them. @returns null where they have no card any more */
export async function describeOffer(
  db: Kysely<Database>,
  { row, phones, callUntil }: Offer,
): Promise<OutreachEntry | null> {
  const customer = await db
    .selectFrom('customers')
    .select('name')
    .where('customer_id', '=', row.customer_id)
    .executeTakeFirst();
  const card = await db
    .selectFrom('published_cards')
    .select('number')
    .where('customer_id', '=', row.customer_id)
    .where('kind', '=', 'card')
    .executeTakeFirst();
  if (!customer || !card) return null;
  return {
    number: card.number,
    outreachId: row.outreach_id,
    name: customer.name,
    phones,
    why: await readWhy(db, row),
    attempts: row.attempts,
    wished: row.waits_for === 'call-back',
    claimedUntil: (row.claimed_until ?? callUntil).toISOString(),
    callUntil: callUntil.toISOString(),
  };
}
