import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrations } from '@/server/db/migrate';
import { describeEachDatabase, type TestDatabase } from './support/databases';

const BEFORE = '0022-desk';
const USERS = [
  ['rosa', 'rep', 'Blue'],
  ['sue', 'supervisor', 'Blue'],
  ['sol', 'supervisor', 'Office'],
  ['gil', 'rep', 'Green'],
  ['eva', 'executive', 'Green'],
  ['lou', 'rep', ''],
] as const;

describeEachDatabase('a store of before teams had rows', (kind) => {
  let database: TestDatabase;
  let db: Kysely<unknown>;
  beforeAll(async () => {
    database = await kind.create();
    const { databaseUrl: connectionString } = database;
    const dialect =
      connectionString === undefined
        ? new PGliteDialect({ pglite: await PGlite.create() })
        : new PostgresDialect({ pool: new pg.Pool({ connectionString }) });
    db = new Kysely({ dialect });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('has the teams that people were of, each supervised by its own, or by all where it had none', async () => {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    expect((await migrator.migrateTo(BEFORE)).error).toBeUndefined();
    for (const [id, role, team] of USERS)
      await sql`insert into "user" (id, name, email, "emailVerified", role, team, "createdAt", "updatedAt")
        values (${id}, ${id}, ${id}, true, ${role}, ${team}, now(), now())`.execute(db);
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    const pairs = async (table: string) => {
      const { rows } = await sql<{ pair: string }>`
        select team_id || ' ' || user_id as pair from ${sql.table(table)} order by 1`.execute(db);
      return rows.map((row) => row.pair);
    };
    const { rows } = await sql`select team_id, name from teams order by 1`.execute(db);
    expect(rows).toEqual(['Blue', 'Green', 'Office'].map((name) => ({ team_id: name, name })));
    expect(await pairs('team_members')).toEqual([
      ...['Blue rosa', 'Blue sue', 'Green eva', 'Green gil', 'Office sol'],
    ]);
    expect(await pairs('team_supervisors')).toEqual(['Blue sue', 'Green sol', 'Green sue', 'Office sol']);
  });
});
