import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { systemClock } from '@/lib/platform/clock';
import { DEMO_REDIRECT_URI } from '@/server/env';
import type { OrganisationSettings } from '@/server/seed/seed-organisation';
import { type RunningServer, startServer } from '@/server/start-server';
import { addDesk, makeDeskPasswords } from './add-desk';
import { dropHalfFilled, readDemoRecord, writeDemoRecord } from './demo-record';

export type OpenStore = {
  store: RunningServer;
  passwords: Record<string, string>;
  /** an earlier start had filled it */
  reused: boolean;
};

type OpenOptions = {
  dataDir: string;
  logDir: string;
  port: number;
  /** where browsers reach it: the proxy that the tour cuts */
  publicUrl: string;
  asOf: string | null;
  organisation: OrganisationSettings;
  say(line: string): void;
  /** puts customers and answers into an empty store, and publishes */
  fill(store: RunningServer, authors: readonly string[]): Promise<void>;
};

async function refuseForeign(store: RunningServer, dataDir: string): Promise<void> {
  const known = await store.db.selectFrom('customers').select('customer_id').limit(1).executeTakeFirst();
  if (!known) return;
  throw new Error(
    `${dataDir} holds customers that no demo has put there, and the demo mixes nothing into them. ` +
      'Move that folder away to run the demo.',
  );
}

async function fillOnce(store: RunningServer, options: OpenOptions): Promise<Record<string, string>> {
  const { dataDir, organisation, fill } = options;
  await refuseForeign(store, dataDir);
  const passwords = makeDeskPasswords();
  writeDemoRecord(dataDir, { state: 'filling', passwords });
  const { name, generated, defaultRegion, currency } = organisation;
  await store.db
    .updateTable('organisation')
    .set({ name, generated, default_region: defaultRegion, currency })
    .where('id', '=', 1)
    .execute();
  const authors = await addDesk(store.db, passwords, systemClock.now());
  await fill(store, authors);
  writeDemoRecord(dataDir, { state: 'ready', passwords });
  return passwords;
}

function serverLog(logDir: string) {
  mkdirSync(logDir, { recursive: true });
  return pino({ base: null }, pino.destination({ dest: join(logDir, 'store.log'), sync: true }));
}

/**
 * Starts the store on a data folder and fills it, the first time. A start that was killed while filling begins anew.
 * @throws Error when the folder is in use, or holds customers of somebody's own
 */
export async function openStore(options: OpenOptions): Promise<OpenStore> {
  const { dataDir, port, publicUrl, asOf, organisation, say } = options;
  if (dropHalfFilled(dataDir)) say('The last start was stopped half-way, so its data is made anew.');
  const record = readDemoRecord(dataDir);
  const store = await startServer({
    host: '127.0.0.1',
    port,
    publicUrl,
    dataDir,
    asOf: asOf === null ? undefined : new Date(`${asOf}T12:00:00Z`),
    redirectUris: [DEMO_REDIRECT_URI],
    organisation,
    log: serverLog(options.logDir),
  });
  if (record) return { store, passwords: record.passwords, reused: true };
  try {
    return { store, passwords: await fillOnce(store, options), reused: false };
  } catch (error) {
    await store.close();
    throw error;
  }
}
