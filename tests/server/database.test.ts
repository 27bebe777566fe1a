import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authSecret } from '@/server/auth/auth-secret';
import { lockFolder } from '@/server/db/folder-lock';
import { migrateToLatest, migrations } from '@/server/db/migrate';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { parseEnv } from '@/server/env';
import { startServer } from '@/server/start-server';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase, describeEachServer, type TestDatabase } from './support/databases';
import { storeOptions } from './support/test-store';

describeEachDatabase('the database', (kind) => {
  let database: TestDatabase;
  let opened: OpenDatabase;
  const open = () => {
    const { dataDir, databaseUrl } = database;
    return openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  };
  beforeAll(async () => {
    database = await kind.create();
    opened = await open();
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  it('gives days back as they were written, instants to the millisecond and sums as numbers', async () => {
    const answered_at = new Date('2026-03-29T01:30:00.123Z');
    const id = await addCustomer(opened.db, {
      customer: { since: '2020-03-29', monthly_value_minor: 4_000_000_000 },
      responses: [{ answered_at }],
    });
    const row = await opened.db
      .selectFrom('customers')
      .innerJoin('responses', 'responses.customer_id', 'customers.customer_id')
      .select(['since', 'monthly_value_minor', 'answered_at'])
      .where('customers.customer_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ since: '2020-03-29', monthly_value_minor: 4_000_000_000, answered_at });
  });

  it('gives an external id to one customer only, and an address to many', async () => {
    const external = { kind: 'externalId' as const, system: 'demo', recordType: 'customer', value: 'C-1' };
    const email = { kind: 'email' as const, value: 'shared@example.org' };
    await addCustomer(opened.db, { identifiers: [external, email] });
    await addCustomer(opened.db, { identifiers: [email] });
    await expect(addCustomer(opened.db, { identifiers: [external] })).rejects.toMatchObject({
      code: '23505',
    });
  });

  it('has customer_id first in the key and every index of every customer table', async () => {
    const tables = [
      'identifiers',
      'responses',
      'notes',
      'note_versions',
      'promises',
      'offers',
      'cases',
      'applied_mutations',
      'approvals',
      'note_reviews',
      'note_review_events',
    ];
    // They are no keys and join nothing: they only let what is long be read in its order, or found by its words.
    const inOrder = ['dirty_by_time', 'desk_exceptions_first', 'desk_by_arrival', 'notes_by_words'];
    const names = sql.join([...tables, 'customers', 'dirty_customers']);
    const { rows: indexes } = await sql<{ indexdef: string }>`
      select indexdef from pg_indexes where tablename in (${names}) and indexname not in (${sql.join(inOrder)})
    `.execute(opened.db);
    expect(indexes.length).toBeGreaterThanOrEqual(tables.length + 2);
    for (const { indexdef } of indexes) expect(indexdef).toContain('(customer_id');
  });

  it('is migrated once, however often it is opened', async () => {
    await migrateToLatest(opened.db);
    await opened.close();
    opened = await open();
    const customers = await opened.db.selectFrom('customers').select('customer_id').execute();
    expect(customers.length).toBeGreaterThan(0);
  });
});

it('numbers its migrations without a gap', () => {
  const numbers = Object.keys(migrations).map((name) => Number(name.slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});

describeEachServer('a server that goes away', (kind) => {
  it('ends no process, and the next query finds it back', async () => {
    const { databaseUrl = '', drop } = await kind.create();
    const broken: Error[] = [];
    const opened = await openDatabase({ databaseUrl }, (error) => broken.push(error));
    const killer = new pg.Client({ connectionString: databaseUrl });
    await killer.connect();
    await opened.db.selectFrom('customers').select('customer_id').execute();
    await killer.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'heed' and datname = current_database()",
    );
    await killer.end();
    await expect.poll(() => broken.length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(await opened.db.selectFrom('customers').select('customer_id').execute()).toEqual([]);
    await opened.close();
    await drop();
  });
});

describe('the data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heed-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const pidFile = () => join(folder, 'heed.pid');

  it('is refused to a second process, which learns the folder, the process and what to do', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(
      new RegExp(`${folder}.*process ${process.pid}.*HEED_DATA.*DATABASE_URL`),
    );
    unlock();
    lockFolder(folder)();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('is refused while another living process has it', () => {
    writeFileSync(pidFile(), String(process.ppid));
    expect(() => lockFolder(folder)).toThrow('is in use');
  });

  it.each([
    ['a process that is no more', () => String(spawnSync(process.execPath, ['-e', '']).pid)],
    ['a process killed in another container, with the same id as this one', () => String(process.pid)],
    ['nobody: the file is empty', () => ''],
  ])('is taken over from %s', (_name, pid) => {
    writeFileSync(pidFile(), pid());
    const unlock = lockFolder(folder);
    expect(readFileSync(pidFile(), 'utf8')).toBe(String(process.pid));
    unlock();
  });

  it('keeps one secret, which only its owner may read', () => {
    const secret = authSecret(undefined, folder);
    expect(secret.length).toBeGreaterThanOrEqual(40);
    expect(authSecret(undefined, folder)).toBe(secret);
    expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600);
    expect(authSecret('given', folder)).toBe('given');
  });
});

it('says which port is taken and what to do, and gives the data folder back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-folder-'));
  const first = await startServer(storeOptions({ dataDir: join(folder, 'a'), databaseUrl: undefined }));
  const { port } = new URL(first.url);
  const second = {
    ...storeOptions({ dataDir: join(folder, 'b'), databaseUrl: undefined }),
    port: Number(port),
  };
  await expect(startServer(second)).rejects.toThrow(new RegExp(`${port}.*HEED_PORT`));
  expect(existsSync(join(folder, 'b', 'heed.pid'))).toBe(false);
  await first.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(parseEnv({ DATABASE_URL: '' })).toMatchObject({
      HEED_HOST: '127.0.0.1',
      HEED_PORT: 8787,
      HEED_DATA: '.heed/data',
      HEED_REDIRECT_URIS: ['https://nknpakakehnckgofdmdmcifbdohiiobg.chromiumapp.org/'],
    });
  });

  it('reads several redirect addresses', () => {
    expect(
      parseEnv({ HEED_REDIRECT_URIS: 'https://a.example/, https://b.example/' }).HEED_REDIRECT_URIS,
    ).toEqual(['https://a.example/', 'https://b.example/']);
  });

  it.each([
    ['HEED_PORT', 'many'],
    ['HEED_AS_OF', '30/06/2018'],
    ['HEED_REDIRECT_URIS', 'not an address'],
    ['HEED_SECRET', 'short'],
  ])('names %s when it can’t be read', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(name);
  });
});
