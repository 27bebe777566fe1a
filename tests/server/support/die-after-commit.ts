import { startServer } from '@/server/start-server';
import { silentLog, storeOptions } from './test-store';

/**
 * A store that is killed, as by `kill -9`, after a mutation was committed and before its answer is sent: the line of
 * the request log is written between the two. Runs in a process of its own.
 */
const [dataDir = '', databaseUrl] = process.argv.slice(2);
const server = await startServer({
  ...storeOptions({ dataDir, databaseUrl }),
  log: {
    ...silentLog,
    info(fields) {
      if ('route' in fields && fields.route === '/v1/mutations') process.kill(process.pid, 'SIGKILL');
    },
  },
});
process.stdout.write(`${server.url}\n`);
