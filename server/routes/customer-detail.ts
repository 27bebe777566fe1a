import { createRoute, z } from '@hono/zod-openapi';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import { readCustomerDetail } from '@/server/read-customer-detail';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/customers/{number}/detail',
  summary: 'The words behind a card: answers, notes and promises',
  security: bearer,
  request: { params: z.object({ number: z.coerce.number().int().positive() }) },
  responses: {
    200: {
      description: 'The customer of this card',
      content: { 'application/json': { schema: customerDetailSchema } },
    },
    400: errorResponses[400],
    401: errorResponses[401],
    404: errorResponses[404],
  },
});

export function customerDetailRoute(app: StoreApp, { db, clock }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const { number } = c.req.valid('param');
    const detail = await readCustomerDetail(db, number, { reader: c.var.user, now: clock.now() });
    if (!detail) return c.json(wireError('not-found', `No customer has the card number ${number}.`), 404);
    c.header('Cache-Control', 'no-store');
    return c.json(detail, 200);
  });
}
