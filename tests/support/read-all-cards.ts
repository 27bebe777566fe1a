import type { Kysely } from 'kysely';
import type { Card } from '@/lib/domain/card';
import { decodeCard } from '@/lib/protocol/card-codec';
import type { Database } from '@/server/db/schema';

/** Every published card in the order of their numbers. */
export async function readAllCards(db: Kysely<Database>): Promise<Card[]> {
  const rows = await db
    .selectFrom('published_cards')
    .select(['number', 'version', 'body'])
    .where('kind', '=', 'card')
    .orderBy('number')
    .execute();
  return rows.map(({ number, version, body }) => ({
    ...{ number, version },
    ...decodeCard(new Uint8Array(body)),
  }));
}
