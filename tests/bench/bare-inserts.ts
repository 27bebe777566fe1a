import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/** The least that a store could do with a note: one row for each request, and an answer when it is there. */
export async function startBareInserts(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  await pool.query('create table if not exists bare_notes (id text primary key, content jsonb not null)');
  const answer: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { id, ...content } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    await pool.query('insert into bare_notes values ($1, $2)', [id, content]);
    response.end('{}');
  };
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    answer,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}
