import { createRoute, z } from '@hono/zod-openapi';
import { systemClock } from '@/lib/platform/clock';
import { playbookBatchSchema } from '@/lib/protocol/playbook-log';
import { addPlaybookLog } from '@/server/playbook-log/add-playbook-log';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const route = createRoute({
  method: 'post',
  path: '/v1/playbook-log',
  summary: 'Adds how often what the playbook says was shown; kept by day, without who sent it',
  security: bearer,
  request: {
    body: { required: true, content: { 'application/json': { schema: playbookBatchSchema } } },
  },
  responses: {
    200: { description: 'Added, now or before', content: { 'application/json': { schema: z.object({}) } } },
    400: errorResponses[400],
    401: errorResponses[401],
  },
});

export function playbookLogRoute(app: StoreApp, { db }: StoreDeps): void {
  app.openapi(route, async (c) => {
    await addPlaybookLog(db, c.req.valid('json'), systemClock.now());
    return c.json({}, 200);
  });
}
