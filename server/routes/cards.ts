import { createRoute } from '@hono/zod-openapi';
import { cardsPageSchema, cardsQuerySchema } from '@/lib/protocol/cards';
import { readCardsPage } from '@/server/read-cards-page';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/cards',
  summary: 'Cards that changed after a cursor, oldest change first',
  security: bearer,
  request: { query: cardsQuerySchema },
  responses: {
    200: { description: 'One page', content: { 'application/json': { schema: cardsPageSchema } } },
    400: errorResponses[400],
    401: errorResponses[401],
  },
});

export function cardsRoute(app: StoreApp, { db }: StoreDeps): void {
  app.openapi(route, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await readCardsPage(db, c.req.valid('query')), 200);
  });
}
