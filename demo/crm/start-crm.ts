import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type CrmOptions, createCrmApp } from './app';

export type RunningCrm = { url: string; close(): Promise<void> };

/** Serves the demo CRM on the loopback address. */
export async function startCrm(options: CrmOptions & { port: number }): Promise<RunningCrm> {
  const server = createServer(getRequestListener(createCrmApp(options).fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${options.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
