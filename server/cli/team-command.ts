import type { Kysely } from 'kysely';
import { systemClock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import { teamNameSchema } from '@/lib/protocol/teams';
import type { Database } from '@/server/db/schema';
import { nameTeam, placeInTeam, removeTeam } from '@/server/teams/change-teams';
import { readTeams } from '@/server/teams/read-teams';
import { formatTable } from './format-table';
import type { Terminal } from './terminal';
import type { Store } from './with-store';

type Db = Kysely<Database>;
type Deps = { store: Pick<Store, 'db'>; terminal: Terminal };

function parseName(text: string): string {
  const parsed = teamNameSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Error(`“${text}” can’t be a team’s name: 1 to 80 characters that can be seen.`);
}

async function findTeam(db: Db, name: string) {
  const { teams } = await readTeams(db);
  const team = teams.find((one) => one.name === name);
  if (team) return team;
  const names = teams.map((one) => `“${one.name}”`).join(', ') || 'none yet';
  throw new Error(`There is no team “${name}”. There are: ${names}. “heed team add” makes one.`);
}

async function findPerson(db: Db, address: string) {
  const email = address.trim().toLowerCase();
  const { people } = await readTeams(db);
  const person = people.find((one) => one.email === email);
  if (person) return person;
  throw new Error(`${email}: there is no such user. “heed user add” adds one.`);
}

async function giveName(db: Db, id: string, name: string): Promise<void> {
  if (!(await nameTeam(db, { id, name }))) throw new Error(`There is a team “${name}” already.`);
}

/** `heed team list` */
export async function teamsText({ db }: Pick<Store, 'db'>): Promise<string> {
  const { teams, people } = await readTeams(db);
  if (teams.length === 0) return 'There are no teams: every supervisor sees everybody’s notes.';
  const names = new Map(people.map((person) => [person.id, person.name]));
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id)).join(', ') || '–';
  return formatTable(
    ['team', 'people', 'supervised by'],
    teams.map((team) => [team.name, named(team.members), named(team.supervisors)]),
  );
}

/** `heed team add NAME` */
export async function addTeamCommand(name: string, { store, terminal }: Deps): Promise<void> {
  const given = parseName(name);
  await giveName(store.db, uuidv7(systemClock.now()), given);
  terminal.print(`There is a team “${given}” now. “heed team put” puts people into it.`);
}

/** `heed team rename NAME NEW` */
export async function renameTeamCommand(
  { name, to }: { name: string; to: string },
  { store, terminal }: Deps,
): Promise<void> {
  const given = parseName(to);
  const { id } = await findTeam(store.db, name);
  await giveName(store.db, id, given);
  terminal.print(`“${name}” is called “${given}” now.`);
}

/** `heed team remove NAME` */
export async function removeTeamCommand(name: string, { store, terminal }: Deps): Promise<void> {
  const { id } = await findTeam(store.db, name);
  await removeTeam(store.db, { teamId: id, now: systemClock.now() });
  terminal.print(`There is no team “${name}” any more. Its people stay.`);
}

type Placing = { name: string; email: string; supervise: boolean; is: boolean };

/** `heed team put NAME EMAIL` and `heed team take NAME EMAIL`: as a member, or with `--supervise` as who supervises it. */
export async function placeInTeamCommand(
  { name, email, supervise, is }: Placing,
  { store, terminal }: Deps,
): Promise<void> {
  const team = await findTeam(store.db, name);
  const person = await findPerson(store.db, email);
  const now = { member: team.members.includes(person.id), supervises: team.supervisors.includes(person.id) };
  const change = supervise ? { supervises: is } : { member: is };
  const placed = await placeInTeam(store.db, { teamId: team.id, userId: person.id, ...now, ...change });
  if (placed === 'no-supervisor')
    throw new Error(`${person.email} has the role ${person.role}: only a supervisor can supervise a team.`);
  if (placed !== 'placed') throw new Error('Somebody else changed it just now: run it again.');
  const [verb, not] = supervise ? ['supervises', 'doesn’t supervise'] : ['belongs to', 'doesn’t belong to'];
  terminal.print(`${person.name} ${is ? verb : not} “${name}” now.`);
}
