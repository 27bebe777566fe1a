import { createRoute } from '@hono/zod-openapi';
import { SECOND } from '@/lib/platform/clock';
import { customerNamesQuery, customerNamesSchema } from '@/lib/protocol/customer-names';
import { countNames, MOST_NAMES_AN_HOUR } from '@/server/customers/names-pace';
import { readAccountEnds } from '@/server/customers/read-account-ends';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const ENOUGH = `${MOST_NAMES_AN_HOUR} customers’ names were asked for within an hour, which is all: ask again later.`;

const route = createRoute({
  method: 'get',
  path: '/v1/customer-names',
  summary: 'What customers are called, so that a rep can tell those who share a line apart',
  security: bearer,
  request: { query: customerNamesQuery },
  responses: {
    200: {
      description:
        'The names of those who have one, and how the account numbers end of those whom names don’t tell apart',
      content: { 'application/json': { schema: customerNamesSchema } },
    },
    400: errorResponses[400],
    401: errorResponses[401],
    403: errorResponses[403],
    429: { ...errorResponses[403], description: `${MOST_NAMES_AN_HOUR} were asked for within an hour.` },
  },
});

export function customerNamesRoute(app: StoreApp, { db, clock, log }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const { numbers } = c.req.valid('query');
    const [userId, now] = [c.var.user.id, clock.now()];
    const full = await countNames(db, { userId, numbers, now });
    if (full) {
      log.warn({ user: userId, asked: full.made }, 'more names were asked for than calls need');
      c.header('Retry-After', String(Math.ceil((full.until.getTime() - now.getTime()) / SECOND)));
      return c.json(wireError('too-many-requests', ENOUGH), 429);
    }
    const all = await db
      .selectFrom('card_numbers')
      .innerJoin('customers', 'customers.customer_id', 'card_numbers.customer_id')
      .select(['card_numbers.number', 'customers.name'])
      .where('card_numbers.number', 'in', numbers)
      .execute();
    const names = all.filter(({ name }) => name !== '');
    c.header('Cache-Control', 'no-store');
    return c.json({ names, accounts: await readAccountEnds(db, all) }, 200);
  });
}
