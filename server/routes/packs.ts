import { createRoute, z } from '@hono/zod-openapi';
import { packSchema } from '@/lib/protocol/manifest';
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
  path: '/v1/packs/{id}',
  summary: 'A pack of sealed blocks, by the SHA-256 of its bytes',
  security: bearer,
  request: { params: z.object({ id: packSchema.shape.id }) },
  responses: {
    200: octets('The pack, which never changes'),
    400: errorResponses[400],
    401: errorResponses[401],
    404: errorResponses[404],
  },
});

export function packsRoute(app: StoreApp, { packs }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const bytes = await packs.get(c.req.valid('param').id);
    if (!bytes) return c.json(wireError('not-found', 'There is no such pack: take the manifest anew.'), 404);
    c.header('Cache-Control', 'private, max-age=31536000, immutable');
    return c.body(bytes, 200, OCTETS);
  });
}
