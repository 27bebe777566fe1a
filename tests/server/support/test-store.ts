import type { Kysely } from 'kysely';
import { systemClock } from '@/lib/platform/clock';
import type { Role } from '@/lib/protocol/roles';
import { createUser } from '@/server/auth/create-user';
import { openDatabase } from '@/server/db/open-database';
import type { Database } from '@/server/db/schema';
import { type RunningServer, type ServerOptions, startServer } from '@/server/start-server';
import type { DatabaseKind, TestDatabase } from './databases';
import { getTokens, REDIRECT_URI } from './oauth-flow';

export const PASSWORD = 'a-long-password-1';
export const silentLog: ServerOptions['log'] = { info() {}, warn() {}, error() {} };

export function emailOf(role: Role): string {
  return `${role}@example.org`;
}

/** Options for a store on a test's own database, on a free port of this machine. */
export function storeOptions({ dataDir, databaseUrl }: Pick<TestDatabase, 'dataDir' | 'databaseUrl'>) {
  return {
    host: '127.0.0.1',
    port: 0,
    dataDir,
    databaseUrl,
    redirectUris: [REDIRECT_URI],
    organisation: { name: 'Test', defaultRegion: 'GB', currency: 'EUR', generated: false },
    log: silentLog,
  } satisfies ServerOptions;
}

export type TestStore = {
  server: RunningServer;
  /** ids of one user for each role */
  users: Record<Role, string>;
  /** fetch with the access token of a user with this role; JSON in */
  as(role: Role, path: string, body?: unknown): Promise<Response>;
  /** what stands in the header `authorization` */
  tokenOf(role: Role): Promise<string>;
  dataDir: string;
  /** stops the server, and starts it again on what is then in the database */
  restart(meanwhile: (db: Kysely<Database>) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

const roles: Role[] = ['rep', 'supervisor', 'executive', 'administrator'];

/** A running store with one user for each role. */
export async function startTestStore(
  kind: DatabaseKind,
  overrides: Partial<ServerOptions> = {},
): Promise<TestStore> {
  const database = await kind.create();
  const options = { ...storeOptions(database), ...overrides };
  let server = await startServer(options);
  const ids = await Promise.all(
    roles.map((role) =>
      createUser(
        server.db,
        { email: emailOf(role), name: `The ${role}`, password: PASSWORD, role, team: 'North' },
        systemClock.now(),
      ),
    ),
  );
  const users = Object.fromEntries(roles.map((role, i) => [role, ids[i]])) as Record<Role, string>;
  const tokens = new Map<Role, Promise<string>>();
  const tokenOf = (role: Role) => {
    const known = tokens.get(role);
    if (known) return known;
    const fresh = getTokens(server.url, { email: emailOf(role), password: PASSWORD }).then(
      (t) => `Bearer ${t.access_token}`,
    );
    tokens.set(role, fresh);
    return fresh;
  };
  return {
    get server() {
      return server;
    },
    users,
    tokenOf,
    dataDir: database.dataDir,
    async restart(meanwhile) {
      await server.close();
      const { dataDir, databaseUrl } = database;
      const opened = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
      await meanwhile(opened.db);
      await opened.close();
      server = await startServer(options);
      tokens.clear();
    },
    async as(role, path, body) {
      const authorization = await tokenOf(role);
      if (body === undefined) return fetch(server.url + path, { headers: { authorization } });
      return fetch(server.url + path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    },
    async stop() {
      await server.close();
      await database.drop();
    },
  };
}
