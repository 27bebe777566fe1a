import { type Kysely, sql } from 'kysely';
import { getUint48 } from '@/lib/platform/uint48';
import type { CardEntry } from '@/lib/protocol/card-block';
import { splitKeys } from '@/lib/protocol/joined-keys';
import type { LookupKey } from '@/lib/protocol/lookup-key';
import type { Database } from '@/server/db/schema';

/** What a customer's number says in the book. */
export type Published = {
  number: number;
  /** null where the number stands for nobody now */
  entry: CardEntry | null;
  /** when a card's points were worked out */
  scoredAt: Date | null;
  keys: LookupKey[];
};

type PublishedRow = Pick<Database['published_cards'], 'number' | 'version' | 'kind' | 'body'>;

/** A row as the book has it: the card's bytes, or where a merged customer's number points on to, as `entryBody` wrote it. */
export function entryOf({ number, version, kind, body }: PublishedRow): CardEntry | null {
  if (kind === 'gone') return null;
  if (kind === 'card') return { number, version, kind, bytes: body };
  return { number, version, kind, into: getUint48(new DataView(body.buffer, body.byteOffset), 0) };
}

/** By customer; one who never had a card is missing. */
export async function readPublished(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, Published>> {
  const rows = await db
    .selectFrom('published_cards')
    .select(['customer_id', 'number', 'version', 'kind', 'scored_at', 'body', 'keys'])
    .where('customer_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.customer_id,
      { number: row.number, entry: entryOf(row), scoredAt: row.scored_at, keys: splitKeys(row.keys) },
    ]),
  );
}
