import { type Kysely, sql } from 'kysely';
import type { Identifier } from '@/lib/domain/identifier';
import { splitKeys } from '@/lib/protocol/joined-keys';
import type { CheckedKey, LookupKey } from '@/lib/protocol/lookup-key';
import type { Database } from '@/server/db/schema';
import type { HashIdentifier } from './hash-identifier';
import { keyBytes } from './key-bytes';

/** What a client takes for one card, see `delta-page.ts`; nobody has as many addresses. */
const MOST_KEYS = 200;

/** A customer's identifiers, and the keys that lead to them already. */
export type KeyHolder = { identifiers: readonly Identifier[]; has: readonly LookupKey[] };

/** Keys that a customer gets, ascending, and those that are left out. */
export type ChosenKeys = { keys: CheckedKey[]; refused: LookupKey[] };

function hashAll(hash: HashIdentifier, identifiers: readonly Identifier[]): CheckedKey[] {
  const all = identifiers.slice(0, MOST_KEYS).map(hash);
  const each = [...new Map(all.map((k) => [k.key, k])).values()];
  return each.sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function readChecks(db: Kysely<Database>, keys: readonly LookupKey[]): Promise<Map<LookupKey, number>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('published_keys')
    .select(['key', 'checked'])
    .where('key', '=', sql<Uint8Array>`any(${keys.map(keyBytes)}::bytea[])`)
    .execute();
  return new Map(rows.flatMap((row) => splitKeys(row.key).map((key) => [key, row.checked])));
}

/**
 * The keys of customers, in the order in which they come to a key first. Two identifiers of which the hash begins alike
 * would show a stranger's card: the later one is left out.
 */
export async function chooseKeys(
  db: Kysely<Database>,
  holders: ReadonlyMap<string, KeyHolder>,
  hash: HashIdentifier,
): Promise<Map<string, ChosenKeys>> {
  const hashed = new Map([...holders].map(([id, { identifiers }]) => [id, hashAll(hash, identifiers)]));
  const isNew = (id: string, key: LookupKey) => !holders.get(id)?.has.includes(key);
  const added = [...hashed].flatMap(([id, keys]) => keys.map((k) => k.key).filter((key) => isNew(id, key)));
  const checks = await readChecks(db, added);
  const chosen = new Map<string, ChosenKeys>();
  for (const [id, all] of hashed) {
    const keys = all.filter(({ key, check }) => !isNew(id, key) || (checks.get(key) ?? check) === check);
    for (const { key, check } of keys) checks.set(key, check);
    const refused = all.filter((k) => !keys.includes(k)).map((k) => k.key);
    chosen.set(id, { keys, refused });
  }
  return chosen;
}
