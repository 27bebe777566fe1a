import type { Kysely } from 'kysely';
import type { RiskLevel } from '@/lib/domain/card';
import { buildCard, riskOf } from '@/server/cards/build-card';
import { type CustomerFacts, loadCustomers, type Range } from '@/server/cards/load-customers';
import type { Database } from '@/server/db/schema';
import { cardIsNews } from './is-news';

const CUSTOMERS_PER_READ = 2000;
/** So that the database reads while cards are compared. */
const READS_AT_ONCE = 2;

/** Customers with the same points and the same published level: what becomes of it depends on the others' points. */
export type Standing = { level: RiskLevel | null; evidence: boolean; points: number; ids: string[] };

/** Every customer, either among the news, whatever their level, or among those of their standing, or both. */
export type Compared = { news: string[]; standing: Standing[] };

type KnownCard = Pick<Database['published_cards'], 'level' | 'scored_at' | 'body'>;

/** Everybody, some at a time. */
async function* ranges(db: Kysely<Database>): AsyncGenerator<Range> {
  for (let after = ''; ; ) {
    const some = db
      .selectFrom('customers')
      .select('customer_id')
      .where('customer_id', '>', after)
      .orderBy('customer_id')
      .limit(CUSTOMERS_PER_READ);
    const { last } = await db
      .selectFrom(some.as('some'))
      .select((eb) => eb.fn.max<string | null>('customer_id').as('last'))
      .executeTakeFirstOrThrow();
    if (last === null) return;
    yield { after, upTo: last };
    after = last;
  }
}

async function readCards(db: Kysely<Database>, { after, upTo }: Range): Promise<Map<string, KnownCard>> {
  const rows = await db
    .selectFrom('published_cards')
    .select(['customer_id', 'level', 'scored_at', 'body'])
    .where('kind', '=', 'card')
    .where('customer_id', '>', after)
    .where('customer_id', '<=', upTo)
    .execute();
  return new Map(rows.map((row) => [row.customer_id, row]));
}

/** Compares everybody's card, but for its level, with the one that is published. Changes nothing. */
export async function compareAll(db: Kysely<Database>, now: Date): Promise<Compared> {
  const news: string[] = [];
  const standing = new Map<string, Standing>();

  const compare = (facts: CustomerFacts, known: KnownCard | undefined) => {
    const { customerId: id } = facts;
    const risk = riskOf(facts, now);
    const { points, evidence } = risk;
    const level = known?.level ?? null;
    const name = `${level} ${evidence} ${points}`;
    const group = standing.get(name);
    if (group) group.ids.push(id);
    else standing.set(name, { level, evidence, points, ids: [id] });
    const card = level && buildCard(facts, { ...risk, level }, now);
    if (!known || !card || cardIsNews(known.body, known.scored_at, card)) news.push(id);
  };
  const all = ranges(db);
  const work = async () => {
    for (let next = await all.next(); !next.done; next = await all.next()) {
      const known = await readCards(db, next.value);
      for (const facts of await loadCustomers(db, next.value, now))
        compare(facts, known.get(facts.customerId));
    }
  };
  await Promise.all(Array.from({ length: READS_AT_ONCE }, work));
  return { news, standing: [...standing.values()] };
}
