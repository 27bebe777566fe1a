import { createRoute, z } from '@hono/zod-openapi';
import { BUCKETS } from '@/lib/protocol/key-bucket';
import { bookKeysOf } from '@/server/publish/book-keys-of';
import { readBlocks } from '@/server/publish/read-blocks';
import {
  bearer,
  errorResponses,
  OCTETS,
  octets,
  type StoreApp,
  type StoreDeps,
  wireError,
} from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/blocks/{kind}/{n}',
  summary: 'One block of the book as it is now, for whoever has it damaged',
  security: bearer,
  request: {
    params: z.object({
      kind: z.enum(['cards', 'keys']),
      n: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 40),
    }),
  },
  responses: {
    200: octets('The sealed block; the header x-heed-version says which version it is of'),
    400: errorResponses[400],
    401: errorResponses[401],
    404: errorResponses[404],
  },
});

export function blocksRoute(app: StoreApp, { db }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const { kind, n } = c.req.valid('param');
    if (kind === 'keys' && n >= BUCKETS)
      return c.json(wireError('not-found', `Buckets of keys are 0 to ${BUCKETS - 1}.`), 404);
    const { version, blocks } = await readBlocks(db, await bookKeysOf(db), { kind, first: n, count: 1 });
    const [bytes] = blocks;
    if (!bytes) return c.json(wireError('not-found', 'There is no such block.'), 404);
    c.header('Cache-Control', 'no-store');
    c.header('x-heed-version', String(version));
    return c.body(bytes, 200, OCTETS);
  });
}
