import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { putNewCluster } from '@/tests/support/run-folder';

/** A database of a test's own, empty at first. */
export type TestDatabase = {
  dataDir: string;
  /** undefined for the embedded one, which lies in `dataDir` */
  databaseUrl: string | undefined;
  drop(): Promise<void>;
};

export type DatabaseKind = { name: string; embedded: boolean; create(): Promise<TestDatabase> };

function makeDataDir(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'heed-store-'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function createOnServer(adminUrl: string): Promise<TestDatabase> {
  const { dataDir, remove } = makeDataDir();
  const name = `heed_${randomBytes(6).toString('hex')}`;
  await run(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const drop = async () => {
    await run(adminUrl, `drop database ${name} with (force)`);
    remove();
  };
  return { dataDir, databaseUrl: url.href, drop };
}

/** A cluster's database can't be made in one statement: the one given is emptied instead. */
async function createOnCluster(databaseUrl: string): Promise<TestDatabase> {
  const { dataDir, remove } = makeDataDir();
  await run(databaseUrl, 'drop schema public cascade; create schema public');
  return { dataDir, databaseUrl, drop: async () => remove() };
}

/** The embedded database. */
export const pglite: DatabaseKind = {
  name: 'PGlite',
  embedded: true,
  async create() {
    const { dataDir, remove } = makeDataDir();
    putNewCluster(dataDir);
    return { dataDir, databaseUrl: undefined, drop: async () => remove() };
  },
};

const postgres: DatabaseKind = {
  name: 'PostgreSQL',
  embedded: false,
  create: () => createOnServer(inject('postgresUrl')),
};

const citusUrl = process.env.HEED_TEST_CITUS_URL;
const citus: DatabaseKind = {
  name: 'Citus (skipped where HEED_TEST_CITUS_URL is not set)',
  embedded: false,
  create: () => createOnCluster(citusUrl ?? ''),
};

/** The same tests on the embedded database and on a real PostgreSQL, and on a cluster where one is given. */
export function describeEachDatabase(title: string, tests: (kind: DatabaseKind) => void): void {
  describe.each([pglite, postgres])(`${title} on $name`, tests);
  describe.skipIf(!citusUrl)(`${title} on ${citus.name}`, () => tests(citus));
}

/** For what needs several connections at once, which the embedded database has not. */
export function describeEachServer(title: string, tests: (kind: DatabaseKind) => void): void {
  describe(`${title} on ${postgres.name}`, () => tests(postgres));
  describe.skipIf(!citusUrl)(`${title} on ${citus.name}`, () => tests(citus));
}
