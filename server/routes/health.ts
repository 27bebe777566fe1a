import { createRoute, z } from '@hono/zod-openapi';
import type { Kysely } from 'kysely';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';
import type { Database } from '@/server/db/schema';
import { errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const healthSchema = z.object({
  status: z.literal('ok'),
  protocol: z.int(),
  database: z.enum(['postgres', 'pglite']),
  publisher: z.object({
    /** customers whose card is not yet what their rows say */
    waiting: z.int().nonnegative(),
    version: z.int().nonnegative(),
  }),
});

const route = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the store and its database answer, and how far the cards are behind',
  responses: {
    200: { description: 'All is well', content: { 'application/json': { schema: healthSchema } } },
    503: { ...errorResponses[400], description: 'The database does not answer.' },
  },
});

async function readPublisher(db: Kysely<Database>) {
  const { waiting } = await db
    .selectFrom('dirty_customers')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow();
  const { last_version } = await db
    .selectFrom('publisher_state')
    .select('last_version')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return { waiting, version: last_version };
}

export function healthRoute(app: StoreApp, { db, databaseKind, log }: StoreDeps): void {
  app.openapi(route, async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      const publisher = await readPublisher(db);
      const body = { status: 'ok' as const, protocol: PROTOCOL_VERSION, database: databaseKind, publisher };
      return c.json(body, 200);
    } catch {
      log.error({}, 'the database does not answer');
      return c.json(wireError('internal', 'The database does not answer.'), 503);
    }
  });
}
