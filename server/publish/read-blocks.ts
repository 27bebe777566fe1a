import { type Kysely, sql, type Transaction } from 'kysely';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { CARDS_PER_BLOCK, cardBlockOf, encodeCardBlock } from '@/lib/protocol/card-block';
import { splitKeys } from '@/lib/protocol/joined-keys';
import { bucketOf, encodeKeyBucket } from '@/lib/protocol/key-bucket';
import { sealStable } from '@/lib/protocol/seal-block';
import type { Database } from '@/server/db/schema';
import { firstKeyOf } from './key-bytes';
import { readBookHead } from './pages';
import { entryOf } from './read-published';

/** Blocks that stand one after another. */
export type BlockRun = { kind: 'cards' | 'keys'; first: number; count: number };

/** Blocks as they are sent, all as they are at this version. */
export type SealedRun = { version: number; blocks: Uint8Array<ArrayBuffer>[] };

/** @returns what each block holds, the empty ones too */
function inRun<T>({ first, count }: BlockRun, rows: readonly T[], placeOf: (row: T) => number): T[][] {
  const blocks = Array.from({ length: count }, (): T[] => []);
  for (const row of rows) blocks[placeOf(row) - first]?.push(row);
  return blocks;
}

async function readCards(trx: Kysely<Database>, run: BlockRun): Promise<Uint8Array[]> {
  const rows = await trx
    .selectFrom('published_cards')
    .select(['number', 'version', 'kind', 'body'])
    .where('number', '>=', run.first * CARDS_PER_BLOCK)
    .where('number', '<', (run.first + run.count) * CARDS_PER_BLOCK)
    .where('kind', '<>', 'gone')
    .orderBy('number')
    .execute();
  const entries = rows.flatMap((row) => entryOf(row) ?? []);
  return inRun(run, entries, (entry) => cardBlockOf(entry.number)).map(encodeCardBlock);
}

async function readKeys(trx: Kysely<Database>, run: BlockRun): Promise<Uint8Array[]> {
  const rows = await trx
    .selectFrom('published_keys')
    .select(['key', 'number'])
    .where('key', '>=', firstKeyOf(run.first))
    .where('key', '<', firstKeyOf(run.first + run.count))
    .orderBy('key')
    .orderBy('number')
    .execute();
  const entries = rows.flatMap(({ key, number }) => splitKeys(key).map((k) => ({ key: k, number })));
  return inRun(run, entries, (entry) => bucketOf(entry.key)).map(encodeKeyBucket);
}

/** Several reads that see the database as it is at one moment; the publisher is not held up. */
export function atOneMoment<T>(
  db: Kysely<Database>,
  read: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`set transaction isolation level repeatable read`.execute(trx);
    return read(trx);
  });
}

/** Reads blocks and the version that they are of. */
export async function readBlocks(db: Kysely<Database>, keys: BookKeys, run: BlockRun): Promise<SealedRun> {
  const { version, contents } = await atOneMoment(db, async (trx) => ({
    version: (await readBookHead(trx)).last_version,
    contents: await (run.kind === 'cards' ? readCards(trx, run) : readKeys(trx, run)),
  }));
  const seal = (bytes: Uint8Array, i: number) =>
    sealStable(keys, { kind: run.kind, n: run.first + i }, bytes);
  return { version, blocks: await Promise.all(contents.map(seal)) };
}
