import type { Kysely } from 'kysely';
import { type RiskLevel, riskLevels } from '@/lib/domain/card';
import type { Database } from '@/server/db/schema';

/** How many customers stand at each level, in one line. */
export async function describeLevels(db: Kysely<Database>): Promise<string> {
  const rows = await db
    .selectFrom('published_cards')
    .select('level')
    .select((eb) => eb.fn.countAll<number>().as('customers'))
    .where('kind', '=', 'card')
    .groupBy('level')
    .execute();
  const of = (level: RiskLevel) => rows.find((row) => row.level === level)?.customers ?? 0;
  const counts = riskLevels.toReversed().map((level) => `${Number(of(level)).toLocaleString('en')} ${level}`);
  return `risk: ${counts.join(', ')}`;
}
