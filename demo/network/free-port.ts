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
 * The first port from `wanted` on that nobody listens on, on the loopback address.
 * @param wanted 0: any
 * @throws when a hundred in a row are taken
 */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) {
    const found = await tryPort(port);
    if (found !== null) return found;
  }
  throw new Error(`Ports ${wanted} to ${wanted + 99} are all taken`);
}
