import { createRoute } from '@hono/zod-openapi';
import { manifestSchema } from '@/lib/protocol/manifest';
import { readManifest } from '@/server/snapshot/read-manifest';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/book',
  summary: 'The packs of the book of cards, for whoever has none or can’t follow by pages any more',
  security: bearer,
  responses: {
    200: {
      description: 'The newest manifest; of version 0 and without packs where there is none yet',
      content: { 'application/json': { schema: manifestSchema } },
    },
    401: errorResponses[401],
  },
});

export function bookRoute(app: StoreApp, { db, packs }: StoreDeps): void {
  app.openapi(route, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await readManifest(db, packs), 200);
  });
}
