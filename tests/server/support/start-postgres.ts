import type { TestProject } from 'vitest/node';
import { runPostgres } from './run-postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** an administrator's connection to a real PostgreSQL, in which each test makes databases of its own */
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run: the one given in `HEED_TEST_PG_URL`, else the one that comes as an npm package. */
export default async function startPostgres(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.HEED_TEST_PG_URL;
  if (given) {
    project.provide('postgresUrl', given);
    return undefined;
  }
  const postgres = await runPostgres();
  project.provide('postgresUrl', postgres.url);
  return postgres.stop;
}
