import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { VERSIONS_PER_PAGE } from '@/lib/protocol/delta-page';
import type { Database } from '@/server/db/schema';
import { type BookMark, readMark, writeMark } from './book-mark';
import { type BookHead, readBookHead } from './pages';
import { lockPublisher } from './publish-cards';

type BookMarkDeps = { db: Kysely<Database>; dataDir: string };

const isBehind = ({ book, last_version, last_number }: BookHead, mark: BookMark) =>
  mark.book === book && (last_version < mark.version || last_number < mark.number);

const markOf = ({ book, last_version, last_number }: BookHead): BookMark => ({
  book,
  version: last_version,
  number: last_number,
});

const isSame = (a: BookMark, b: BookMark | null) =>
  a.book === b?.book && a.version === b.version && a.number === b.number;

/** Notes how far the book is. A mark that is further stays: it is what tells at the next start. */
export async function rememberBook({ db, dataDir }: BookMarkDeps): Promise<void> {
  const state = await readBookHead(db);
  const mark = await readMark(dataDir);
  if (isSame(markOf(state), mark) || (mark && isBehind(state, mark))) return;
  await writeMark(dataDir, markOf(state));
}

/**
 * A database put back to an older state would give numbers and versions again that clients know for something else.
 * It becomes another book, which goes on beyond all that the old one ever gave: from the beginning of a page, so that
 * no page looks whole that lacks what was lost. What was sealed names the old book, and goes.
 * @returns whether it was put back
 */
export async function renewIfPutBack({ db, dataDir }: BookMarkDeps): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lockPublisher(trx);
    const mark = await readMark(dataDir);
    const state = await readBookHead(trx);
    if (!mark || !isBehind(state, mark)) return false;
    const given = Math.max(state.last_version, mark.version);
    await trx
      .updateTable('publisher_state')
      .set({
        book: randomUUID(),
        last_version: Math.ceil(given / VERSIONS_PER_PAGE) * VERSIONS_PER_PAGE,
        last_number: Math.max(state.last_number, mark.number),
      })
      .where('id', '=', 1)
      .execute();
    await trx.deleteFrom('delta_pages').execute();
    await trx.deleteFrom('snapshots').execute();
    return true;
  });
}
