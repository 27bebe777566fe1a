import { createRoute, z } from '@hono/zod-openapi';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { putCrmAdapter, switchCrmAdapter } from '@/server/crm-adapters/crm-adapters';
import { requireRole } from './require-user';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const done = { description: 'Done', content: { 'application/json': { schema: z.object({}) } } };
const refused = { 400: errorResponses[400], 401: errorResponses[401], 403: errorResponses[403] };

const put = createRoute({
  method: 'post',
  path: '/v1/adapters',
  summary: 'Gives every extension a way to read a CRM, in the place of an older version',
  security: bearer,
  middleware: requireRole('administrator'),
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ adapter: adapterSchema }) } },
    },
  },
  responses: {
    200: done,
    ...refused,
    409: { ...errorResponses[400], description: 'The one that is there is as new or newer.' },
  },
});

const off = createRoute({
  method: 'post',
  path: '/v1/adapters/off',
  summary: 'Switches an adapter off, or on again, for every extension; also one that extensions bring along',
  security: bearer,
  middleware: requireRole('administrator'),
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/), off: z.boolean() }),
        },
      },
    },
  },
  responses: { 200: done, ...refused },
});

export function crmAdaptersRoutes(app: StoreApp, { db, clock, log }: StoreDeps): void {
  app.openapi(put, async (c) => {
    const { adapter } = c.req.valid('json');
    const by = { userId: c.var.user.id, at: clock.now() };
    if (!(await putCrmAdapter(db, adapter, by)))
      return c.json(wireError('bad-input', 'This version or a newer one is there: raise `version`.'), 409);
    log.info({ administrator: by.userId, adapter: adapter.id, version: adapter.version }, 'an adapter came');
    return c.json({}, 200);
  });
  app.openapi(off, async (c) => {
    const change = c.req.valid('json');
    await switchCrmAdapter(db, change, { userId: c.var.user.id, at: clock.now() });
    log.info(
      { administrator: c.var.user.id, adapter: change.id, off: change.off },
      'an adapter was switched',
    );
    return c.json({}, 200);
  });
}
