import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import { createUser } from '@/server/auth/create-user';
import type { Database } from '@/server/db/schema';
import { desk, SUPERVISOR } from '../organisation/people-of-the-desk';

const SYLLABLES = ['ba', 'do', 'fe', 'gi', 'ka', 'lu', 'mo', 'na', 'pe', 'ri', 'so', 'tu', 'va', 'wi', 'zo'];

/** Easy to type from a screen: four syllables twice and a number. */
function makePassword(): string {
  const word = () => Array.from({ length: 4 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('');
  return `${word()}-${word()}-${randomInt(10, 100)}`;
}

export const makeDeskPasswords = (): Record<string, string> =>
  Object.fromEntries([...desk, SUPERVISOR].map((person) => [person.email, makePassword()]));

/**
 * Adds the reps and the supervisor of the demo.
 * @returns user ids of the reps, in the order of the desk
 */
export async function addDesk(
  db: Kysely<Database>,
  passwords: Record<string, string>,
  at: Date,
): Promise<string[]> {
  const ids: string[] = [];
  for (const person of [...desk, SUPERVISOR]) {
    const id = await createUser(db, { ...person, password: passwords[person.email] ?? makePassword() }, at);
    if (person !== SUPERVISOR) ids.push(id);
  }
  return ids;
}
