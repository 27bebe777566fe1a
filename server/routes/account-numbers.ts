import { createRoute, z } from '@hono/zod-openapi';
import { isCaseRecord } from '@/lib/protocol/case-records';
import { accountNumbersSchema } from '@/lib/protocol/session';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const kindSchema = accountNumbersSchema.refine(
  (kind) => kind === null || !isCaseRecord(kind),
  'the number of a case is nobody’s account number',
);

const route = createRoute({
  method: 'post',
  path: '/v1/account-numbers',
  summary: 'Says which CRM’s numbers callers are asked for, as imported with --id-system and --id-type',
  security: bearer,
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ kind: kindSchema }) } },
    },
  },
  responses: {
    200: { description: 'Done', content: { 'application/json': { schema: z.object({}) } } },
    400: errorResponses[400],
    401: errorResponses[401],
    403: errorResponses[403],
  },
});

export function accountNumbersRoute(app: StoreApp, { db, log }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const { kind } = c.req.valid('json');
    await db
      .updateTable('organisation')
      .set({ account_system: kind?.system ?? null, account_record_type: kind?.recordType ?? null })
      .where('id', '=', 1)
      .execute();
    log.info({ administrator: c.var.user.id, kind }, 'what account numbers are was said');
    return c.json({}, 200);
  });
}
