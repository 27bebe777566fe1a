import { join } from 'node:path';
import type { KyselyPlugin } from 'kysely';
import { clockStartingAt } from '@/lib/platform/clock';
import { openDatabase } from '@/server/db/open-database';
import { publishCards } from '@/server/publish/publish-cards';
import { buildSnapshot } from '@/server/snapshot/build-snapshot';
import { folderPacks } from '@/server/snapshot/folder-packs';

/**
 * Publishes, then writes a snapshot, and is killed as by `kill -9` before its n-th statement. Runs in a process of its
 * own. Says whether it came to the end.
 */
const [dataDir = '', databaseUrl = '', nth = '', asOf = ''] = process.argv.slice(2);
let left = Number(nth);
const killer: KyselyPlugin = {
  transformQuery({ node }) {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return node;
  },
  transformResult: async ({ result }) => result,
};
const opened = await openDatabase({ databaseUrl });
const db = opened.db.withPlugin(killer);
const now = new Date(asOf);
await publishCards({ db, clock: clockStartingAt(now) });
await buildSnapshot({ db, packs: folderPacks(join(dataDir, 'packs')), now });
await opened.close();
process.stdout.write('whole\n');
