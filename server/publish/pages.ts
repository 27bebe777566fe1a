import type { Kysely } from 'kysely';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { decodeDeltaPage, encodeDeltaPage, pageAfter, VERSIONS_PER_PAGE } from '@/lib/protocol/delta-page';
import { openBlock, sealStable } from '@/lib/protocol/seal-block';
import type { Database } from '@/server/db/schema';
import { emptyPage, type NumberedPage } from './assemble-pages';

/** How far the book is. */
export type BookHead = Pick<
  Database['publisher_state'],
  'book' | 'customers' | 'last_version' | 'last_number'
>;

/** How far the book is, as the database says now. */
export async function readBookHead(db: Kysely<Database>): Promise<BookHead> {
  return db
    .selectFrom('publisher_state')
    .select(['book', 'customers', 'last_version', 'last_number'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}

/** Whether pages from the first on bring every change that there ever was. */
export async function arePagesWhole(db: Kysely<Database>): Promise<boolean> {
  // In one statement, so that no publisher comes between the two numbers.
  const { last_version, kept } = await db
    .selectFrom('publisher_state')
    .select((eb) => [
      'last_version',
      eb.selectFrom('delta_pages').select(eb.fn.countAll<number>().as('count')).as('kept'),
    ])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(kept) === Math.ceil(last_version / VERSIONS_PER_PAGE);
}

/** The page that the next change goes into, as far as it is. */
export async function readLastPage(
  db: Kysely<Database>,
  keys: BookKeys,
  { book, customers, last_version }: BookHead,
): Promise<NumberedPage> {
  const n = pageAfter(last_version);
  const row = await db.selectFrom('delta_pages').select('bytes').where('page', '=', n).executeTakeFirst();
  if (!row) return emptyPage({ book, customers, to: last_version });
  const bytes = new Uint8Array(row.bytes);
  return { n, page: decodeDeltaPage(await openBlock(keys, { kind: 'page', n }, bytes)) };
}

/** A page as it is kept and sent. */
export function sealPage(keys: BookKeys, { n, page }: NumberedPage): Promise<Uint8Array<ArrayBuffer>> {
  return sealStable(keys, { kind: 'page', n }, encodeDeltaPage(page));
}

/** The last page is written anew with every change that it gets. */
export async function writePages(
  db: Kysely<Database>,
  keys: BookKeys,
  pages: readonly NumberedPage[],
): Promise<void> {
  for (const numbered of pages) {
    const { n, page } = numbered;
    const row = { is_full: page.full, bytes: await sealPage(keys, numbered) };
    await db
      .insertInto('delta_pages')
      .values({ page: n, ...row })
      .onConflict((c) => c.column('page').doUpdateSet(row))
      .execute();
  }
}
