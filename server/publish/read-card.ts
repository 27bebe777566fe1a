import type { Kysely } from 'kysely';
import type { Card } from '@/lib/domain/card';
import { decodeCard } from '@/lib/protocol/card-codec';
import type { Database } from '@/server/db/schema';

type Db = Kysely<Database>;

const cardRows = (db: Db) =>
  db
    .selectFrom('published_cards')
    .select(['customer_id', 'number', 'version', 'body'])
    .where('kind', '=', 'card')
    .orderBy('number');

const cardOf = ({ number, version, body }: { number: number; version: number; body: Uint8Array }): Card => ({
  number,
  version,
  ...decodeCard(new Uint8Array(body)),
});

/** The card of a customer as it was published last. */
export async function readCard(db: Db, customerId: string): Promise<Card | null> {
  const row = await cardRows(db).where('customer_id', '=', customerId).executeTakeFirst();
  return row ? cardOf(row) : null;
}

/** Every card in the order of their numbers: for a demonstration's few thousand, not for a million. */
export async function readAllCards(db: Db): Promise<Card[]> {
  return (await cardRows(db).execute()).map(cardOf);
}
