import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock';
import { migrateToLatest } from './migrate';
import type { Database } from './schema';

export type OpenDatabase = {
  db: Kysely<Database>;
  /** which one it is, for the log */
  kind: 'postgres' | 'pglite';
  close(): Promise<void>;
};

/** Where the data lies: a PostgreSQL server, a folder for the embedded database, or (for tests) memory. */
export type DatabaseSource = { databaseUrl: string } | { dataDir: string } | { memory: true };

const INT8 = 20;
const DATE = 1082;

/** Counts and versions stay far below 2^53; a day is a text, since a Date would shift with the machine's zone. */
const parsers: Record<number, (value: string) => unknown> = { [INT8]: Number, [DATE]: (day) => day };

function openPostgres(connectionString: string, onError: (error: Error) => void): OpenDatabase {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid, format) => parsers[oid] ?? pg.types.getTypeParser(oid, format),
  };
  const pool = new pg.Pool({ connectionString, types, max: 10, application_name: 'heed' });
  pool.on('error', onError);
  // A client that is checked out has no listener of its own: a killed server would end this process.
  pool.on('connect', (client) => client.on('error', onError));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, kind: 'postgres', close: () => db.destroy() };
}

async function openEmbedded(folder: string | null): Promise<OpenDatabase> {
  const unlock = folder === null ? () => {} : lockFolder(folder);
  try {
    const pglite = await PGlite.create({
      ...(folder !== null && { dataDir: join(folder, 'pglite') }),
      parsers,
    });
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
    const close = async () => {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
      unlock();
    };
    return { db, kind: 'pglite', close };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Opens the store's database and brings its schema up to date.
 * @param onError hears of connections that broke while nobody used them; queries report their own errors
 * @throws Error with the remedy when another process has the data folder
 */
export async function openDatabase(
  source: DatabaseSource,
  onError: (error: Error) => void = () => {},
): Promise<OpenDatabase> {
  const opened =
    'databaseUrl' in source
      ? openPostgres(source.databaseUrl, onError)
      : await openEmbedded('dataDir' in source ? source.dataDir : null);
  try {
    await migrateToLatest(opened.db);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}
