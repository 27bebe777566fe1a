import { createRoute, z } from '@hono/zod-openapi';
import { callingHoursSchema } from '@/lib/domain/calling-hours';
import { bearer, done, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const regionSchema = z.string().regex(/^[A-Z]{2}$/);
const bodySchema = z.object({
  /** by the region of a number, as ISO 3166 has it; a region left out keeps to what always holds */
  regions: z.record(regionSchema, callingHoursSchema),
});

const route = createRoute({
  method: 'post',
  path: '/v1/calling-hours',
  summary:
    'Says when people may be called: per region its time zones, hours, days of the week and holidays, in the place of what was said before',
  security: bearer,
  request: { body: { required: true, content: { 'application/json': { schema: bodySchema } } } },
  responses: {
    200: done,
    400: errorResponses[400],
    401: errorResponses[401],
    403: errorResponses[403],
  },
});

export function callingHoursRoute(app: StoreApp, { db, clock, log }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const { regions } = c.req.valid('json');
    await db
      .updateTable('organisation')
      .set({ calling_hours: JSON.stringify(regions) })
      .where('id', '=', 1)
      .execute();
    // Who waited for the old hours is looked at again now.
    await db
      .updateTable('outreach')
      .set({ not_before: clock.now() })
      .where('state', '=', 'waiting')
      .where('waits_for', '=', 'hours')
      .execute();
    log.info({ administrator: c.var.user.id, regions: Object.keys(regions) }, 'calling hours were said');
    return c.json({}, 200);
  });
}
