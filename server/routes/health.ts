import { createRoute, z } from '@hono/zod-openapi';
import type { Kysely } from 'kysely';
import { type Clock, SECOND, systemClock } from '@/lib/platform/clock';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';
import type { Database } from '@/server/db/schema';
import { readBookHead } from '@/server/publish/pages';
import { readNewestSnapshot } from '@/server/snapshot/read-manifest';
import { errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const healthSchema = z.object({
  status: z.literal('ok'),
  protocol: z.int(),
  database: z.enum(['postgres', 'pglite']),
  publisher: z.object({
    /** customers whose card is not yet what their rows say */
    waiting: z.int().nonnegative(),
    version: z.int().nonnegative(),
    /** how long the first of them has waited; 0 when none does */
    lagSeconds: z.int().nonnegative(),
    /** identifiers that lead nowhere, since another's hash begins alike */
    refusedKeys: z.int().nonnegative(),
  }),
  /** what a first sync is given; null while there is none */
  snapshot: z.object({ version: z.int().nonnegative(), ageSeconds: z.int().nonnegative() }).nullable(),
});

const route = createRoute({
  method: 'get',
  path: '/health',
  summary:
    'Whether the store and its database answer, and how far the cards are behind, a second ago at most',
  responses: {
    200: { description: 'All is well', content: { 'application/json': { schema: healthSchema } } },
    503: { ...errorResponses[400], description: 'The database does not answer.' },
  },
});

const secondsSince = (at: Date, now: Date) =>
  Math.max(0, Math.floor((now.getTime() - at.getTime()) / SECOND));

async function readPublisher(db: Kysely<Database>, now: Date) {
  const { waiting, oldest } = await db
    .selectFrom('dirty_customers')
    .select((eb) => [eb.fn.countAll<number>().as('waiting'), eb.fn.min('marked_at').as('oldest')])
    .executeTakeFirstOrThrow();
  const { refused } = await db
    .selectFrom('refused_keys')
    .select((eb) => eb.fn.countAll<number>().as('refused'))
    .executeTakeFirstOrThrow();
  const { last_version } = await readBookHead(db);
  // No row, no oldest, which the types don't know.
  const lagSeconds = waiting === 0 ? 0 : secondsSince(oldest, now);
  return { waiting, version: last_version, lagSeconds, refusedKeys: refused };
}

/** Anybody may ask, without a sign-in and as often as they like: the database is asked once a second at most. */
function onceASecond<T>(clock: Clock, read: (now: Date) => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | null = null;
  return () => {
    const now = clock.now();
    // One that was set back would keep the answer until it is where it was.
    if (!last || Math.abs(now.getTime() - last.at) >= SECOND) last = { at: now.getTime(), answer: read(now) };
    return last.answer;
  };
}

async function readSnapshot(db: Kysely<Database>) {
  const newest = await readNewestSnapshot(db);
  if (!newest) return null;
  return { version: newest.version, ageSeconds: secondsSince(newest.created_at, systemClock.now()) };
}

type HealthDeps = Pick<StoreDeps, 'db' | 'clock' | 'databaseKind' | 'log'>;

export function healthRoute(app: StoreApp, { db, clock, databaseKind, log }: HealthDeps): void {
  const read = onceASecond(clock, async (now) => ({
    publisher: await readPublisher(db, now),
    snapshot: await readSnapshot(db),
  }));
  app.openapi(route, async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      const head = { status: 'ok' as const, protocol: PROTOCOL_VERSION, database: databaseKind };
      return c.json({ ...head, ...(await read()) }, 200);
    } catch {
      log.error({}, 'the database does not answer');
      return c.json(wireError('internal', 'The database does not answer.'), 503);
    }
  });
}
