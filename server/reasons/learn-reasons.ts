import type { Kysely } from 'kysely';
import { type Clock, DAY } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { Database } from '@/server/db/schema';
import { codedNotes } from './coded-notes';
import { trainBeside } from './train-beside';

type Deps = { db: Kysely<Database>; clock: Clock };

/** Fewer teach less than the reasons' own words, which every extension has. */
export const FEWEST_NOTES = 30;

async function readReasons(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('reasons')
    .select(['code', 'category', 'label'])
    .orderBy('position')
    .execute();
  return rows.map(({ code, category, label }) => ({ code, words: `${category}: ${label}` }));
}

/** Nothing was learned yet, or not today. */
export async function isLearningDue({ db, clock }: Deps): Promise<boolean> {
  const row = await db.selectFrom('reason_models').select('learned_at').executeTakeFirst();
  return row === undefined || Math.abs(clock.now().getTime() - row.learned_at.getTime()) >= DAY;
}

/**
 * Learns anew which words stand for which reason, from the notes that teach it.
 * @returns how many taught; fewer than `FEWEST_NOTES` change nothing
 */
export async function learnReasons({ db, clock }: Deps): Promise<number> {
  const notes = await codedNotes(db);
  if (notes.length < FEWEST_NOTES) return notes.length;
  const now = clock.now();
  const version = uuidv7(now);
  const content = JSON.stringify(await trainBeside({ reasons: await readReasons(db), notes, version }));
  const learned = { version, learned_from: notes.length, learned_at: now, content };
  await db
    .insertInto('reason_models')
    .values({ id: 1, ...learned })
    .onConflict((c) => c.column('id').doUpdateSet(learned))
    .execute();
  return notes.length;
}
