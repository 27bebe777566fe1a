import { createRoute, z } from '@hono/zod-openapi';
import { organisationRulesSchema } from '@/lib/domain/organisation-rules';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const inputSchema = organisationRulesSchema.refine(
  ({ jurisdiction, jurisdictions }) =>
    jurisdiction === null || jurisdictions.some(({ code }) => code === jurisdiction),
  'the organisation’s own jurisdiction is none of its jurisdictions',
);

const route = createRoute({
  method: 'post',
  path: '/v1/organisation-rules',
  summary: 'Says what holds for notes: working days, complaint clocks, required fields',
  security: bearer,
  request: { body: { required: true, content: { 'application/json': { schema: inputSchema } } } },
  responses: {
    200: { description: 'Done', content: { 'application/json': { schema: z.object({}) } } },
    400: errorResponses[400],
    401: errorResponses[401],
    403: errorResponses[403],
  },
});

export function organisationRulesRoute(app: StoreApp, { db, log }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const rules = JSON.stringify(c.req.valid('json'));
    await db.updateTable('organisation').set({ rules }).where('id', '=', 1).execute();
    log.info({ administrator: c.var.user.id }, 'the rules for notes were said');
    return c.json({}, 200);
  });
}
