import { type Kysely, sql } from 'kysely';
import type { CodedNote } from '@/lib/domain/reasons/train-reasons';
import type { Database } from '@/server/db/schema';

/** The newest teach; more would take longer to learn than they are worth. */
const MOST_NOTES = 20_000;

/**
 * Notes that teach which reason a text stands for: those that were written without a suggestion, those that went against
 * all that were suggested, and those that somebody else than the rep corrected. The others would teach what was taught.
 * Each with its customer: see `FEWEST_CUSTOMERS`.
 */
export async function codedNotes(db: Kysely<Database>): Promise<CodedNote[]> {
  const chosen = sql`array(select jsonb_array_elements_text(content -> 'reasons'))`;
  const rows = await db
    .selectFrom('notes')
    .select([
      'customer_id as customer',
      sql<string>`content ->> 'summary'`.as('text'),
      sql<string[]>`content -> 'reasons'`.as('reasons'),
    ])
    .where(sql<boolean>`jsonb_array_length(content -> 'reasons') > 0 and content ->> 'summary' <> ''`)
    .where(
      sql<boolean>`(suggested = '[]'::jsonb or edited_by <> author_id or not jsonb_exists_any(suggested, ${chosen}))`,
    )
    .orderBy('started_at', 'desc')
    .limit(MOST_NOTES)
    .execute();
  return rows.flatMap(({ text, reasons, customer }) => reasons.map((code) => ({ text, code, customer })));
}
