import type { Kysely } from 'kysely';
import { type BookKeys, deriveBookKeys } from '@/lib/protocol/book-keys';
import type { Database } from '@/server/db/schema';
import { type HashIdentifier, hashUnder } from './hash-identifier';

/** What this store's keys are made from; nobody else's are the same. */
export async function readLookupSecret(db: Kysely<Database>): Promise<string> {
  const { lookup_key } = await db
    .selectFrom('organisation')
    .select('lookup_key')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return lookup_key;
}

const derived = new Map<string, Promise<BookKeys>>();

/** The keys that seal this store's book, derived once in a process. */
export async function bookKeysOf(db: Kysely<Database>): Promise<BookKeys> {
  const lookupSecret = await readLookupSecret(db);
  const keys = derived.get(lookupSecret) ?? deriveBookKeys(lookupSecret);
  derived.set(lookupSecret, keys);
  return keys;
}

/** How this store's identifiers become keys. */
export async function hashOf(db: Kysely<Database>): Promise<HashIdentifier> {
  return hashUnder(await readLookupSecret(db));
}
