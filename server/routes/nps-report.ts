import { createRoute } from '@hono/zod-openapi';
import { npsReportSchema } from '@/lib/protocol/nps-report';
import { readNpsReport } from '@/server/read-nps-report';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/reports/nps',
  summary: 'The score by kind of survey: pooled, by customer, by journey stage',
  security: bearer,
  responses: {
    200: { description: 'The report', content: { 'application/json': { schema: npsReportSchema } } },
    401: errorResponses[401],
    403: errorResponses[403],
  },
});

export function npsReportRoute(app: StoreApp, { db, clock }: StoreDeps): void {
  app.openapi(route, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await readNpsReport(db, clock.now()), 200);
  });
}
