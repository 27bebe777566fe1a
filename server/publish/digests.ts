import { type Kysely, sql } from 'kysely';
import { cardBlockOf } from '@/lib/protocol/card-block';
import { bucketOf } from '@/lib/protocol/key-bucket';
import type { Database } from '@/server/db/schema';
import type { BookStep, Digests } from './assemble-pages';

/** The digests of all blocks that these steps touch. */
export async function readDigests(db: Kysely<Database>, steps: readonly BookStep[]): Promise<Digests> {
  const cards = new Set(steps.map(({ card }) => cardBlockOf(card.number)));
  const keys = new Set(steps.flatMap(({ added, removed }) => [...added, ...removed].map(bucketOf)));
  const rows = await db
    .selectFrom('block_digests')
    .selectAll()
    .where(
      sql<boolean>`(kind = 'cards' and n = any(${[...cards]}::bigint[]))
        or (kind = 'keys' and n = any(${[...keys]}::bigint[]))`,
    )
    .execute();
  const of = (kind: 'cards' | 'keys') =>
    new Map(rows.filter((row) => row.kind === kind).map(({ n, a, b }) => [n, { a, b }]));
  return { cards: of('cards'), keys: of('keys') };
}

/** Puts these in the place of what the blocks had; the others stay. */
export async function writeDigests(db: Kysely<Database>, digests: Digests): Promise<void> {
  const rows = (['cards', 'keys'] as const).flatMap((kind) =>
    [...digests[kind]].map(([n, { a, b }]) => ({ kind, n, a, b })),
  );
  await sql`
    insert into block_digests (kind, n, a, b)
    select * from unnest(${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.n)}::bigint[],
      ${rows.map((r) => r.a)}::bigint[], ${rows.map((r) => r.b)}::bigint[])
    on conflict (kind, n) do update set a = excluded.a, b = excluded.b
  `.execute(db);
}
