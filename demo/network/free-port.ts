import { createServer } from 'node:net';

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

/**
 * Systems take the ports of outgoing connections from 32768 or 49152 on: one that was free a moment ago may be a browser's
 * by the time somebody listens on it.
 */
const BELOW = 32_000;
const FROM = 20_000;

/**
 * The first port from `wanted` on that nobody listens on, on the loopback address.
 * @param wanted 0: any
 * @throws when a hundred in a row are taken
 */
export async function freePort(wanted: number): Promise<number> {
  const first = wanted || FROM + Math.floor(Math.random() * (BELOW - FROM));
  for (let port = first; port < first + 100; port++) {
    const found = await tryPort(port);
    if (found !== null) return found;
  }
  throw new Error(`Ports ${first} to ${first + 99} are all taken`);
}
