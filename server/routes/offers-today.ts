import { createRoute } from '@hono/zod-openapi';
import { offersTodaySchema } from '@/lib/protocol/approval';
import { readGivenToday } from '@/server/offers/given-today';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/offers/today',
  summary: 'What whoever is signed in has given by their own leave today',
  security: bearer,
  responses: {
    200: {
      description: 'Minor units, of notes that are in the store',
      content: { 'application/json': { schema: offersTodaySchema } },
    },
    401: errorResponses[401],
  },
});

export function offersTodayRoute(app: StoreApp, { db, clock }: StoreDeps): void {
  app.openapi(route, async (c) => {
    c.header('Cache-Control', 'no-store');
    const asked = { userId: c.var.user.id, now: clock.now() };
    return c.json({ givenMinor: await readGivenToday(db, asked) }, 200);
  });
}
