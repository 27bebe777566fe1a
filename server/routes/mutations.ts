import { createRoute } from '@hono/zod-openapi';
import { pushRequestSchema, pushResponseSchema } from '@/lib/protocol/mutation';
import { limitPerUser } from '@/server/limit-per-user';
import { applyMutations } from '@/server/mutations/apply-mutations';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

/** Fewer than the database's connections: other people's requests and the publisher want some. */
const SIDE_BY_SIDE = 4;

const route = createRoute({
  method: 'post',
  path: '/v1/mutations',
  summary: 'Applies what a client did, each once, however often it is sent',
  security: bearer,
  request: {
    body: { required: true, content: { 'application/json': { schema: pushRequestSchema } } },
  },
  responses: {
    200: {
      description:
        'A result for each that was applied or never can be; one without a result is to be sent again',
      content: { 'application/json': { schema: pushResponseSchema } },
    },
    400: errorResponses[400],
    401: errorResponses[401],
    500: { ...errorResponses[400], description: 'None could be applied now; send them again.' },
  },
});

export function mutationsRoute(app: StoreApp, { db, clock, log, wakePublisher }: StoreDeps): void {
  const limitOf = limitPerUser(SIDE_BY_SIDE);
  app.openapi(route, async (c) => {
    const { mutations } = c.req.valid('json');
    const { user } = c.var;
    const results = await applyMutations({ db, clock, log, sideBySide: limitOf(user.id) }, user, mutations);
    wakePublisher();
    if (results.length === 0) return c.json(wireError('internal', 'Nothing could be applied now.'), 500);
    return c.json({ results }, 200);
  });
}
