import { createRoute } from '@hono/zod-openapi';
import { doubtListSchema } from '@/lib/protocol/doubt-list';
import { authorsSeenBy } from '@/server/desk/whose-notes';
import { readDoubts } from '@/server/read-doubts';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/doubts',
  summary:
    'What reps say looks wrong about customers, newest first, with whom to ask back: of a supervisor’s own teams',
  security: bearer,
  responses: {
    200: { description: 'At most 200', content: { 'application/json': { schema: doubtListSchema } } },
    401: errorResponses[401],
    403: errorResponses[403],
  },
});

export function doubtsRoute(app: StoreApp, { db }: StoreDeps): void {
  app.openapi(route, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await readDoubts(db, await authorsSeenBy(db, c.var.user)), 200);
  });
}
