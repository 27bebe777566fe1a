import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. Who belongs to which teams, and who supervises them. A team was the
 * text in a user's `team` before: it becomes the id, so that what is kept by it (handovers, signals and the keys that sign
 * them) stays that team's, whatever it is called later. All three are small lists, as the users are.
 *
 * Supervisors of a team are those who were of it. One that had none was seen by every supervisor, and still is: nobody's
 * notes are to wait where nobody looks. An administrator makes that narrower.
 */
const statements = [
  `create table teams (
    team_id text primary key,
    name text not null unique
  )`,
  `create table team_members (
    team_id text not null references teams (team_id) on delete cascade,
    user_id text not null references "user" (id) on delete cascade,
    primary key (team_id, user_id)
  )`,
  `create index teams_of_member on team_members (user_id)`,
  `create table team_supervisors (
    team_id text not null references teams (team_id) on delete cascade,
    user_id text not null references "user" (id) on delete cascade,
    primary key (team_id, user_id)
  )`,
  `create index teams_of_supervisor on team_supervisors (user_id)`,
  `insert into teams (team_id, name) select distinct team, team from "user" where team <> ''`,
  `insert into team_members (team_id, user_id) select team, id from "user" where team <> ''`,
  `insert into team_supervisors (team_id, user_id)
    select team, id from "user" where team <> '' and role = 'supervisor'`,
  `insert into team_supervisors (team_id, user_id)
    select t.team_id, u.id from teams t cross join "user" u
    where u.role = 'supervisor' and t.team_id not in (select team_id from team_supervisors)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
