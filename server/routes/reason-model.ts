import { createRoute } from '@hono/zod-openapi';
import { packedModelSchema } from '@/lib/protocol/reason-model';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/reason-model',
  summary: 'What notes taught of the reasons that texts stand for',
  security: bearer,
  responses: {
    200: { description: 'The model', content: { 'application/json': { schema: packedModelSchema } } },
    401: errorResponses[401],
    404: errorResponses[404],
  },
});

export function reasonModelRoute(app: StoreApp, { db }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const row = await db.selectFrom('reason_models').select('content').executeTakeFirst();
    if (!row) return c.json(wireError('not-found', 'Nothing has been learned from notes yet.'), 404);
    c.header('Cache-Control', 'no-store');
    return c.json(row.content, 200);
  });
}
