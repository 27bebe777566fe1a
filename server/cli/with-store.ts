import type { Kysely } from 'kysely';
import type { Clock } from '@/lib/platform/clock';
import { businessClock } from '@/server/business-clock';
import { openDatabase } from '@/server/db/open-database';
import type { Database } from '@/server/db/schema';
import { type Env, parseEnv } from '@/server/env';
import { seedOrganisation } from '@/server/seed/seed-organisation';

/** Options that every command takes. */
export type GlobalOptions = { data?: string; asOf?: string };

export type Store = { db: Kysely<Database>; clock: Clock; env: Env };

/** Opens the store, as the server would, for as long as `work` takes. @throws Error when the server has the folder */
export async function withStore<T>(
  { data, asOf }: GlobalOptions,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const env = parseEnv({
    ...process.env,
    ...(data !== undefined && { HEED_DATA: data }),
    ...(asOf !== undefined && { HEED_AS_OF: asOf }),
  });
  const source =
    env.DATABASE_URL === undefined ? { dataDir: env.HEED_DATA } : { databaseUrl: env.DATABASE_URL };
  const { db, close } = await openDatabase(source);
  try {
    await seedOrganisation(db, {
      name: env.HEED_ORGANISATION,
      defaultRegion: env.HEED_REGION,
      currency: env.HEED_CURRENCY,
      generated: false,
    });
    return await work({ db, clock: businessClock(env.HEED_AS_OF), env });
  } finally {
    await close();
  }
}
