import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Kysely } from 'kysely';
import { type Clock, clockStartingAt, HOUR, SECOND, systemClock } from '@/lib/platform/clock';
import { createApp } from './app';
import { authSecret } from './auth/auth-secret';
import type { Company, PasswordsFor } from './auth/company/company';
import { createCompanyAuth } from './auth/company/company-auth';
import { createAuth } from './auth/create-auth';
import { forgetExpired } from './auth/forget-expired';
import { syncExtensionClient } from './auth/sync-extension-client';
import { openDatabase } from './db/open-database';
import type { Database } from './db/schema';
import { keepSelfPublishing } from './desk/self-publish';
import { forgetBatches } from './playbook-log/add-playbook-log';
import { renewIfPutBack } from './publish/put-back';
import { startPublisher } from './publisher';
import { keepReasonModel } from './reasons/reason-keeper';
import { rescoreAll } from './rescore-all';
import type { StoreDeps } from './routes/store-app';
import { type OrganisationSettings, seedOrganisation } from './seed/seed-organisation';
import { keepSignalsMoved } from './signals/signal-mover';
import { type Bucket, bucketPacks } from './snapshot/bucket-packs';
import { claimPacks, PacksOfAnother } from './snapshot/claim-packs';
import { folderPacks } from './snapshot/folder-packs';
import type { PackStore } from './snapshot/pack-store';
import { keepSnapshots } from './snapshot/snapshot-keeper';

export type ServerOptions = {
  host: string;
  /** 0 takes any free one */
  port: number;
  /** where browsers reach the store, when it isn't `http://host:port` */
  publicUrl?: string | undefined;
  /** folder of the embedded database and of the generated secret */
  dataDir: string;
  /** PostgreSQL instead of the embedded database */
  databaseUrl?: string | undefined;
  /** where packs of the book lie instead of the data folder */
  bucket?: Bucket | undefined;
  /** the day the business stands at, for data of another time; sign-in keeps to the real clock */
  asOf?: Date | undefined;
  redirectUris: readonly string[];
  secret?: string | undefined;
  /** for a store that has no organisation yet */
  organisation: OrganisationSettings;
  /** seconds */
  accessTokenSeconds?: number | undefined;
  /** a company's own sign-in, beside passwords or for everyone but administrators */
  company?: Company | undefined;
  passwordsFor?: PasswordsFor | undefined;
  log: StoreDeps['log'];
};

export type RunningServer = {
  /** without a slash at its end */
  url: string;
  db: Kysely<Database>;
  clock: Clock;
  /** where the packs of the book lie */
  packs: PackStore;
  /** after an import in this process: sets the levels anew and publishes every card */
  rescore(): Promise<void>;
  /** lets requests finish, then closes the database */
  close(): Promise<void>;
};

/** A bucket answers long before. */
const PATIENCE_MS = 10 * SECOND;

type Handler = (request: Request, env: Partial<HttpBindings>) => Response | Promise<Response>;

async function listen({ host, port }: ServerOptions, handler: Handler): Promise<Server> {
  const server = createServer(getRequestListener((request, env) => handler(request, env as HttpBindings)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new Error(
          `The store can’t listen on ${host}:${port} (${cause.message}). Choose another with HEED_PORT.`,
          {
            cause,
          },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  return server;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 5000);
  await closed;
  clearTimeout(patience);
}

function addressOf(server: Server, { host, publicUrl }: ServerOptions): string {
  const { port } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return (publicUrl ?? `http://${shown}:${port}`).replace(/\/$/, '');
}

async function prepare(options: ServerOptions) {
  const { databaseUrl, dataDir, log } = options;
  const opened = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl }, (error) =>
    log.warn({ code: 'code' in error ? error.code : error.name }, 'a database connection broke'),
  );
  await seedOrganisation(opened.db, options.organisation);
  await syncExtensionClient(opened.db, options.redirectUris, systemClock.now());
  await forgetExpired(opened.db, systemClock.now());
  if (await renewIfPutBack({ db: opened.db, dataDir }))
    log.warn({ code: 'put-back' }, 'the database is older than it was: every client gets the book anew');
  return opened;
}

/**
 * A bucket that can't be reached keeps no store from starting: it is asked again before anything is deleted there.
 * @throws PacksOfAnother
 */
async function refuseAnothersPacks({ log, ...deps }: Pick<StoreDeps, 'db' | 'packs' | 'log'>): Promise<void> {
  const patience = sleep(PATIENCE_MS, null, { ref: false }).then(() => {
    throw new Error('no answer');
  });
  try {
    await Promise.race([claimPacks(deps), patience]);
  } catch (error) {
    if (error instanceof PacksOfAnother) throw error;
    log.warn({ place: deps.packs.place }, 'nobody can say now whose packs lie there');
  }
}

/** @returns stops it */
function forgetExpiredHourly(db: Kysely<Database>, log: StoreDeps['log']): () => void {
  const forget = () =>
    Promise.all([forgetExpired(db, systemClock.now()), forgetBatches(db, systemClock.now())]).catch(() =>
      log.warn({}, 'what has run out could not be deleted'),
    );
  const timer = setInterval(forget, HOUR);
  return () => clearInterval(timer);
}

/**
 * Starts the central store.
 * @throws Error with the remedy when the port, the data folder or the database can't be had
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { asOf, bucket, dataDir, log } = options;
  const secret = authSecret(options.secret, dataDir);
  const { db, kind, close: closeDatabase } = await prepare(options);
  // The app must know its address, which a free port has only once it listens.
  let app: Handler = () => new Response(null, { status: 503 });
  const packs = bucket ? bucketPacks(bucket) : folderPacks(join(dataDir, 'packs'));
  const begin = async () => {
    await refuseAnothersPacks({ db, packs, log });
    return listen(options, (request, env) => app(request, env));
  };
  const server = await begin().catch(async (error) => {
    await closeDatabase();
    throw error;
  });
  const url = addressOf(server, options);
  const clock = asOf ? clockStartingAt(asOf) : systemClock;
  const publisher = startPublisher({ db, clock, dataDir, log });
  const stopForgetting = forgetExpiredHourly(db, log);
  const { accessTokenSeconds, company, passwordsFor = 'everyone' } = options;
  const authDeps = { db, baseUrl: url, secret, accessTokenSeconds, passwordsFor, log };
  const auth = company ? createCompanyAuth({ ...authDeps, company }) : createAuth(authDeps);
  const stopSnapshots = keepSnapshots({ db, packs, databaseKind: kind, log });
  const stopLearning = keepReasonModel({ db, clock, log });
  const stopMoving = keepSignalsMoved({ db, clock, log });
  const stopSelfPublishing = keepSelfPublishing({ db, clock, log });
  const deps = {
    db,
    clock,
    asOf: asOf ?? null,
    packs,
    databaseKind: kind,
    wakePublisher: publisher.wake,
    log,
  };
  app = createApp({ ...deps, auth, signIn: { companyName: company?.name ?? null, passwordsFor } }).fetch;
  return {
    url,
    db,
    clock,
    packs,
    rescore: () => rescoreAll({ db, clock }),
    async close() {
      stopForgetting();
      await closeServer(server);
      await publisher.stop();
      await stopSnapshots();
      await stopLearning();
      await stopMoving();
      await stopSelfPublishing();
      await closeDatabase();
    },
  };
}
