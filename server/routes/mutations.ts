import { createRoute } from '@hono/zod-openapi';
import { pushRequestSchema, pushResponseSchema } from '@/lib/protocol/mutation';
import { applyMutations } from '@/server/mutations/apply-mutations';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

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
  app.openapi(route, async (c) => {
    const { mutations } = c.req.valid('json');
    const results = await applyMutations({ db, clock, log }, c.var.user, mutations);
    wakePublisher();
    if (results.length === 0) return c.json(wireError('internal', 'Nothing could be applied now.'), 500);
    return c.json({ results }, 200);
  });
}
