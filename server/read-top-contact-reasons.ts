import { type Kysely, sql } from 'kysely';
import { DAY, HOUR } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';

const MOST = 6;
const LOOKED_BACK = 90 * DAY;
const GOOD_FOR = HOUR;

async function count(db: Kysely<Database>, since: Date): Promise<string[]> {
  const code = sql<string>`content ->> 'contactReason'`;
  const rows = await db
    .selectFrom('notes')
    .select(code.as('code'))
    .where('started_at', '>=', since)
    .where(code, 'is not', null)
    .groupBy(code)
    .orderBy(sql`count(*)`, 'desc')
    .orderBy(code)
    .limit(MOST)
    .execute();
  return rows.map((row) => row.code);
}

/**
 * What calls were about most in the last months. Counted anew once an hour at most: it reads all notes of that time, and
 * every sign-in asks.
 */
export function createTopContactReasons(db: Kysely<Database>) {
  let counted: { at: number; codes: Promise<string[]> } | null = null;
  return (now: Date): Promise<string[]> => {
    const at = now.getTime();
    if (!counted || at - counted.at >= GOOD_FOR) {
      const codes = count(db, new Date(at - LOOKED_BACK));
      const mine = { at, codes };
      counted = mine;
      // A failure is told to who asked, and is not kept.
      codes.catch(() => {
        if (counted === mine) counted = null;
      });
    }
    return counted.codes;
  };
}
