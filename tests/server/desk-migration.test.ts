import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrations } from '@/server/db/migrate';
import { describeEachDatabase, type TestDatabase } from './support/databases';

const BEFORE = '0021-signals-seen';

describeEachDatabase('a store of before there was a desk', (kind) => {
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

  it('has its notes in the record as they are, not reviewed, and waits for nobody to look at years of them', async () => {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    expect((await migrator.migrateTo(BEFORE)).error).toBeUndefined();
    await sql`insert into organisation (id, name, default_region, currency, generated, at_risk_share, lookup_key)
      values (1, 'Old', 'GB', 'GBP', false, 0.15, '')`.execute(db);
    await sql`insert into customers (customer_id, name, status, support_needed, do_not_contact, generated, created_at,
      updated_at) values ('c', 'Somebody', 'active', false, false, false, now(), now())`.execute(db);
    await sql`insert into notes (customer_id, note_id, author_id, content, customer_ref, moves, started_at, ended_at,
      received_at, generated, version) values ('c', 'n', 'rosa', '{"complaint": true}', '{}', '[]', now(), now(),
      '2025-01-02', false, 3)`.execute(db);
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    const { rows } =
      await sql`select note_id, author_id, version, state, whys, published_version, published_by,
      unreviewed, arrived_at from note_reviews`.execute(db);
    expect(rows).toEqual([
      {
        ...{ note_id: 'n', author_id: 'rosa', version: 3, state: 'published', whys: [] },
        ...{ published_version: 3, published_by: null, unreviewed: true, arrived_at: expect.any(Date) },
      },
    ]);
    const seeds = await sql<{ sample_seed: string }>`select sample_seed from organisation`.execute(db);
    expect(seeds.rows[0]?.sample_seed).toHaveLength(72);
  });
});
