import { createRoute, z } from '@hono/zod-openapi';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { putCrmAdapter, removeCrmAdapter, switchCrmAdapter } from '@/server/crm-adapters/crm-adapters';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const done = { description: 'Done', content: { 'application/json': { schema: z.object({}) } } };
const refused = { 400: errorResponses[400], 401: errorResponses[401], 403: errorResponses[403] };

/** A large adapter has 10 kB; all of an organisation's travel with every sign-in. */
const LARGEST = 200_000;
const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

const putSchema = z.object({
  adapter: adapterSchema.refine(
    (adapter) => JSON.stringify(adapter).length <= LARGEST,
    `an adapter may have ${LARGEST} characters at most`,
  ),
});

const put = createRoute({
  method: 'post',
  path: '/v1/adapters',
  summary: 'Gives every extension a way to read a CRM, in the place of an older version',
  security: bearer,
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: putSchema } },
    },
  },
  responses: {
    200: done,
    ...refused,
    409: {
      ...errorResponses[400],
      description: 'The one that is there is as new or newer, or there are too many.',
    },
  },
});

const off = createRoute({
  method: 'post',
  path: '/v1/adapters/off',
  summary: 'Switches an adapter off, or on again, for every extension; also one that extensions bring along',
  security: bearer,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ id: idSchema, off: z.boolean() }),
        },
      },
    },
  },
  responses: { 200: done, ...refused },
});

const remove = createRoute({
  method: 'post',
  path: '/v1/adapters/remove',
  summary:
    'Takes the organisation’s adapter away: extensions go by the one that they bring along, where they have one that is not switched off',
  security: bearer,
  request: {
    body: { required: true, content: { 'application/json': { schema: z.object({ id: idSchema }) } } },
  },
  responses: {
    200: done,
    ...refused,
    404: { ...errorResponses[400], description: 'The organisation has no such adapter.' },
  },
});

const whyNot = {
  older: 'This version or a newer one is there: raise `version`, or remove it first.',
  'too-many': 'The organisation has as many adapters as there can be: remove one first.',
};

export function crmAdaptersRoutes(app: StoreApp, { db, clock, log }: StoreDeps): void {
  app.openapi(put, async (c) => {
    const { adapter } = c.req.valid('json');
    const by = { userId: c.var.user.id, at: clock.now() };
    const put = await putCrmAdapter(db, adapter, by);
    if (put !== 'put') return c.json(wireError('bad-input', whyNot[put]), 409);
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
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('json');
    if (!(await removeCrmAdapter(db, id, { userId: c.var.user.id, at: clock.now() })))
      return c.json(wireError('not-found', 'The organisation has no adapter with this id.'), 404);
    log.info({ administrator: c.var.user.id, adapter: id }, 'an adapter was removed');
    return c.json({}, 200);
  });
}
