import { createRoute } from '@hono/zod-openapi';
import { customerNamesQuery, customerNamesSchema } from '@/lib/protocol/customer-names';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/customer-names',
  summary: 'What customers are called, so that a rep can tell those who share a line apart',
  security: bearer,
  request: { query: customerNamesQuery },
  responses: {
    200: {
      description: 'The names of those who have one',
      content: { 'application/json': { schema: customerNamesSchema } },
    },
    400: errorResponses[400],
    401: errorResponses[401],
  },
});

export function customerNamesRoute(app: StoreApp, { db }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const { numbers } = c.req.valid('query');
    const names = await db
      .selectFrom('card_numbers')
      .innerJoin('customers', 'customers.customer_id', 'card_numbers.customer_id')
      .select(['card_numbers.number', 'customers.name'])
      .where('card_numbers.number', 'in', numbers)
      .where('customers.name', '<>', '')
      .execute();
    c.header('Cache-Control', 'no-store');
    return c.json({ names }, 200);
  });
}
