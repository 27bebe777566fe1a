import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUser } from '@/server/auth/create-user';
import { type RunningServer, startServer } from '@/server/start-server';
import { getTokens, REDIRECT_URI } from '../server/support/oauth-flow';
import { runPostgres } from '../server/support/run-postgres';

const REP = { email: 'rep@example.org', name: 'A rep', password: 'a-long-password-1' };
const silent = { info() {}, warn() {}, error() {} };

/** A store on a real PostgreSQL, and a rep who is signed in there. */
export type StoreSession = {
  server: RunningServer;
  databaseUrl: string;
  userId: string;
  token: string;
  close(): Promise<void>;
};

export async function openStoreSession(): Promise<StoreSession> {
  const postgres = await runPostgres();
  const dataDir = await mkdtemp(join(tmpdir(), 'heed-bench-store-'));
  const server = await startServer({
    ...{ host: '127.0.0.1', port: 0, dataDir, databaseUrl: postgres.url, log: silent },
    redirectUris: [REDIRECT_URI],
    organisation: { name: 'Benchmark', defaultRegion: 'GB', currency: 'EUR', generated: true },
  });
  const userId = await createUser(server.db, { ...REP, role: 'rep', team: 'North' }, new Date());
  const tokens = await getTokens(server.url, REP);
  return {
    ...{ server, databaseUrl: postgres.url, userId, token: tokens.access_token },
    async close() {
      await server.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
