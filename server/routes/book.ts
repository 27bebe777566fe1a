import { createRoute } from '@hono/zod-openapi';
import { manifestSchema } from '@/lib/protocol/manifest';
import { readManifest } from '@/server/snapshot/read-manifest';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

/** Seconds: a snapshot is built at once where a book can't be had without it. */
const ASK_AGAIN = '5';

const route = createRoute({
  method: 'get',
  path: '/v1/book',
  summary: 'The packs of the book of cards, for whoever has none or can’t follow by pages any more',
  security: bearer,
  responses: {
    200: {
      description: 'The newest manifest; of version 0 and without packs where its pages are the whole book',
      content: { 'application/json': { schema: manifestSchema } },
    },
    401: errorResponses[401],
    503: errorResponses[503],
  },
});

export function bookRoute(app: StoreApp, { db, packs }: StoreDeps): void {
  app.openapi(route, async (c) => {
    c.header('Cache-Control', 'no-store');
    const manifest = await readManifest(db, packs);
    if (manifest) return c.json(manifest, 200);
    c.header('Retry-After', ASK_AGAIN);
    return c.json(wireError('not-ready', 'The book is being packed: ask again.'), 503);
  });
}
