import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import { readLookupSecret } from '@/server/publish/book-keys-of';
import type { PackStore } from './pack-store';

/** Lies beside the packs. */
const MARKER = 'whose-packs';

/** Thrown where packs lie that are another store's. */
export class PacksOfAnother extends Error {
  override name = 'PacksOfAnother';
}

/** The same for a store that is put back to an older state, and another for each other store; of its secret it says nothing. */
async function markOf(db: Kysely<Database>): Promise<string> {
  return createHash('sha256')
    .update(`whose packs: ${await readLookupSecret(db)}`)
    .digest('hex');
}

/**
 * Says beside the packs whose they are, where nothing says it yet. To another store they would be packs that nobody
 * needs, which it deletes. A copy of this store can't be told from it.
 * @throws PacksOfAnother with the remedy
 */
export async function claimPacks({ db, packs }: { db: Kysely<Database>; packs: PackStore }): Promise<void> {
  const mine = await markOf(db);
  const read = async () => {
    const bytes = await packs.get(MARKER);
    return bytes && new TextDecoder().decode(bytes);
  };
  if ((await read()) === null) await packs.put(MARKER, new TextEncoder().encode(mine));
  // Of two that come at once, the one that wrote first finds the other's.
  if ((await read()) === mine) return;
  throw new PacksOfAnother(
    `The packs in ${packs.place} are another store’s, and two in one place would delete each other’s. ` +
      `Give this store a place of its own (HEED_DATA, or HEED_BUCKET_URL), or delete the file “${MARKER}” there if the other store is no more.`,
  );
}
