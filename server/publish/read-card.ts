import type { Kysely } from 'kysely';
import type { Card } from '@/lib/domain/card';
import { decodeCard } from '@/lib/protocol/card-codec';
import type { Database } from '@/server/db/schema';

/** The card of a customer as it was published last. */
export async function readCard(db: Kysely<Database>, customerId: string): Promise<Card | null> {
  const row = await db
    .selectFrom('published_cards')
    .select(['number', 'version', 'body'])
    .where('kind', '=', 'card')
    .where('customer_id', '=', customerId)
    .orderBy('number')
    .executeTakeFirst();
  if (!row) return null;
  const { number, version, body } = row;
  return { number, version, ...decodeCard(new Uint8Array(body)) };
}
