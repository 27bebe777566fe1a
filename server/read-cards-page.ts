import type { Kysely } from 'kysely';
import type { CardsPage } from '@/lib/protocol/cards';
import type { Database } from './db/schema';

async function countCards(db: Kysely<Database>): Promise<number> {
  const { total } = await db
    .selectFrom('card_changes')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('removed', '=', false)
    .executeTakeFirstOrThrow();
  return total;
}

type Query = { after: number; limit: number };

/**
 * The log says which cards changed; the cards say how they are now. One that changes between the two reads comes
 * early, and again at its own place.
 */
export async function readCardsPage(db: Kysely<Database>, { after, limit }: Query): Promise<CardsPage> {
  const changes = await db
    .selectFrom('card_changes')
    .select(['version', 'number', 'customer_id', 'removed'])
    .where('version', '>', after)
    .orderBy('version')
    .limit(limit + 1)
    .execute();
  const page = changes.slice(0, limit);
  const ids = page.filter((c) => !c.removed).map((c) => c.customer_id);
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('cards')
          .select(['card', 'keys', 'version'])
          .where('customer_id', 'in', ids)
          .execute();
  return {
    cards: rows.sort((a, b) => a.version - b.version).map(({ card, keys }) => ({ card, keys })),
    removed: page.filter((c) => c.removed).map((c) => c.number),
    cursor: page.at(-1)?.version ?? after,
    more: changes.length > limit,
    total: await countCards(db),
  };
}
