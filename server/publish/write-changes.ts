import { type Kysely, sql } from 'kysely';
import { entryBody } from '@/lib/protocol/card-block';
import { joinKeys } from '@/lib/protocol/joined-keys';
import type { LookupKey } from '@/lib/protocol/lookup-key';
import type { Database } from '@/server/db/schema';
import type { NumberedChange } from './give-versions';
import { keyBytes } from './key-bytes';
import type { Batch } from './read-batch';

const empty = new Uint8Array(0);

function rowOf({ card, customerId, says }: NumberedChange) {
  const isCard = says.kind === 'card';
  return {
    number: card.number,
    customer_id: customerId,
    version: card.version,
    kind: card.kind,
    level: isCard ? says.content.risk.level : null,
    scored_at: isCard ? says.content.risk.at : null,
    body: card.kind === 'gone' ? empty : entryBody(card),
    keys: isCard ? joinKeys(says.keys.map((k) => k.key)) : empty,
  };
}

async function writeCards(db: Kysely<Database>, changes: readonly NumberedChange[]): Promise<void> {
  const rows = changes.map(rowOf);
  const column = <T>(of: (row: (typeof rows)[number]) => T) => rows.map(of);
  await sql`
    insert into published_cards (number, customer_id, version, kind, level, scored_at, body, keys)
    select * from unnest(
      ${column((r) => r.number)}::bigint[], ${column((r) => r.customer_id)}::text[],
      ${column((r) => r.version)}::bigint[], ${column((r) => r.kind)}::text[],
      ${column((r) => r.level)}::text[], ${column((r) => r.scored_at)}::timestamptz[],
      ${column((r) => r.body)}::bytea[], ${column((r) => r.keys)}::bytea[])
    on conflict (number) do update set version = excluded.version, kind = excluded.kind, level = excluded.level,
      scored_at = excluded.scored_at, body = excluded.body, keys = excluded.keys
  `.execute(db);
  await sql`
    insert into card_numbers (number, customer_id)
    select * from unnest(${column((r) => r.number)}::bigint[], ${column((r) => r.customer_id)}::text[])
    on conflict (number) do nothing
  `.execute(db);
}

/** Keys with their numbers, as columns. */
function pairs(changes: readonly NumberedChange[], of: (change: NumberedChange) => readonly LookupKey[]) {
  const all = changes.flatMap((change) => of(change).map((key) => ({ key, number: change.card.number })));
  return { count: all.length, keys: all.map((p) => keyBytes(p.key)), numbers: all.map((p) => p.number) };
}

async function writeKeys(db: Kysely<Database>, changes: readonly NumberedChange[]): Promise<void> {
  const removed = pairs(changes, (c) => c.removed);
  if (removed.count > 0)
    await sql`
      delete from published_keys as p using unnest(${removed.keys}::bytea[], ${removed.numbers}::bigint[])
        as gone (key, number)
      where p.key = gone.key and p.number = gone.number
    `.execute(db);
  const added = pairs(changes, (c) => c.added);
  if (added.count === 0) return;
  const checks = changes.flatMap(({ says, added: keys }) => {
    const byKey = new Map(says.kind === 'card' ? says.keys.map((k) => [k.key, k.check]) : []);
    return keys.map((key) => byKey.get(key) ?? 0);
  });
  await sql`
    insert into published_keys (key, number, checked)
    select * from unnest(${added.keys}::bytea[], ${added.numbers}::bigint[], ${checks}::bigint[])
    on conflict (key, number) do update set checked = excluded.checked
  `.execute(db);
}

/** So that health can tell how many identifiers lead nowhere. */
async function writeRefused(
  db: Kysely<Database>,
  batch: Batch,
  numberOf: Map<string, number>,
): Promise<void> {
  const rows = [...batch.keys].flatMap(([id, { refused }]) => {
    const number = numberOf.get(id);
    return number === undefined ? [] : refused.map((key) => ({ number, key: keyBytes(key) }));
  });
  await db
    .deleteFrom('refused_keys')
    .where('number', '=', sql<number>`any(${[...numberOf.values()]}::bigint[])`)
    .execute();
  if (rows.length > 0) await db.insertInto('refused_keys').values(rows).execute();
}

/** Writes what numbers say now, the keys that lead to them, and the keys that were refused. */
export async function writeChanges(
  db: Kysely<Database>,
  batch: Batch,
  changes: readonly NumberedChange[],
): Promise<void> {
  const numberOf = new Map([...batch.published].map(([id, { number }]) => [id, number]));
  for (const { customerId, card } of changes) numberOf.set(customerId, card.number);
  await writeRefused(db, batch, numberOf);
  if (changes.length === 0) return;
  await writeCards(db, changes);
  await writeKeys(db, changes);
}
