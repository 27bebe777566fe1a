import type { Kysely } from 'kysely';
import { sealedMark } from '@/lib/protocol/seal-block';
import type { Database } from '@/server/db/schema';
import { emptyPage } from './assemble-pages';
import { bookKeysOf } from './book-keys-of';
import { sealPage } from './pages';

/** A page as it is sent. */
export type SentPage = { bytes: Uint8Array<ArrayBuffer>; full: boolean; etag: string };

const sent = (bytes: Uint8Array<ArrayBuffer>, full: boolean): SentPage => ({
  bytes,
  full,
  etag: `"${sealedMark(bytes)}"`,
});

/**
 * @returns the page, empty where the next change will begin it; null where it is not kept, of another book, or beyond
 *   what there is
 */
export async function readPage(db: Kysely<Database>, n: number, book: string): Promise<SentPage | null> {
  // In one statement, so that no page is missing that a publisher is just about to write.
  const row = await db
    .selectFrom('publisher_state')
    .leftJoin('delta_pages', (join) => join.on('page', '=', n))
    .select(['book', 'customers', 'last_version', 'bytes', 'is_full'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  if (row.book !== book) return null;
  if (row.bytes) return sent(new Uint8Array(row.bytes), row.is_full === true);
  const next = emptyPage({ book, customers: row.customers, to: row.last_version });
  if (n !== next.n) return null;
  return sent(await sealPage(await bookKeysOf(db), next), false);
}
