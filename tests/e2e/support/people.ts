import type { Kysely } from 'kysely';
import { desk, SUPERVISOR } from '@/demo/organisation/people-of-the-desk';
import { createUser } from '@/server/auth/create-user';
import { openDatabase } from '@/server/db/open-database';
import type { Database } from '@/server/db/schema';
import { putMadeOnce, putNewCluster } from '@/tests/support/run-folder';

export const PASSWORD = 'long enough for a test';
const PEOPLE = [...desk, SUPERVISOR];

async function makePeople(dataDir: string): Promise<void> {
  putNewCluster(dataDir);
  const { db, close } = await openDatabase({ dataDir });
  // Each password takes a tenth of a second to hash.
  for (const person of PEOPLE) await createUser(db, { ...person, password: PASSWORD }, new Date());
  await close();
}

/** Puts a database into an empty folder that knows the people of the desk and nothing else. */
export const putPeople = (dataDir: string) => putMadeOnce(dataDir, 'people', makePeople);

/** Ids of the people of the desk, in its order. */
export async function idsOfPeople(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('user').select(['id', 'email']).execute();
  const ids = new Map(rows.map((row) => [row.email, row.id]));
  return PEOPLE.flatMap(({ email }) => ids.get(email) ?? []);
}
