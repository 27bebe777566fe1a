import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import type { OrganisationSettings } from '@/server/seed/seed-organisation';
import type { RunningServer } from '@/server/start-server';
import type { DemoOptions } from '../options';
import { FEATURED_NUMBER } from '../organisation/featured-customer';
import { ORGANISATION_NAME } from '../organisation/generate-organisation';
import { pickDetractor } from '../tour/story';
import { fillFromFiles } from './fill-from-files';
import { fillWithGenerated } from './fill-with-generated';
import { npsLines } from './nps-lines';

type FillOptions = { authors: readonly string[]; say(line: string): void };

/** Where the demo's customers come from: made up, or the user's own files. Each has a data folder of its own. */
export type Source = {
  dataDir: string;
  organisation: OrganisationSettings;
  fill(store: RunningServer, options: FillOptions): Promise<void>;
  /** what is worth saying about the data once it is there */
  report(store: RunningServer, say: (line: string) => void): Promise<void>;
  /** whom the demo is about */
  featured(db: Kysely<Database>, now: Date): Promise<string>;
};

/** Made up to today, or to the day given: the two don't mix. */
export function generatedSource(heedDir: string, asOf: string | null): Source {
  return {
    dataDir: join(heedDir, asOf === null ? 'data' : `data-${asOf}`),
    organisation: { name: ORGANISATION_NAME, defaultRegion: 'GB', currency: 'EUR', generated: true },
    fill: fillWithGenerated,
    report: async (_store, say) =>
      say('All customers, answers and notes in it are generated: nobody exists.'),
    featured: async () => FEATURED_NUMBER,
  };
}

async function fingerprint(files: NonNullable<DemoOptions['files']>, asOf: string | null): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [files.customers, files.responses]) hash.update(await readFile(file));
  // A tenure in months is counted back from the day.
  return hash
    .update(asOf ?? '')
    .digest('hex')
    .slice(0, 8);
}

export async function importedSource(
  heedDir: string,
  files: NonNullable<DemoOptions['files']>,
  { asOf, region }: Pick<DemoOptions, 'asOf' | 'region'>,
): Promise<Source> {
  const dataDir = join(heedDir, `data-${await fingerprint(files, asOf)}`);
  return {
    dataDir,
    organisation: { name: 'Your files', defaultRegion: region, currency: 'EUR', generated: false },
    fill: (store, { say }) => fillFromFiles(store, files, { reportDir: dataDir, say }),
    report: async (store, say) => {
      for (const line of await npsLines(store.db, store.clock.now())) say(line);
    },
    featured: pickDetractor,
  };
}
