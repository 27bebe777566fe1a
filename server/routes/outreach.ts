import { createRoute, type z } from '@hono/zod-openapi';
import { isTooFar } from '@/lib/domain/outreach';
import {
  outreachCallingSchema,
  outreachNextSchema,
  outreachRefSchema,
  outreachResultAnswerSchema,
  outreachResultSchema,
} from '@/lib/protocol/outreach';
import { nextOutreach } from '@/server/outreach/next-outreach';
import { beginOutreachCall, giveOutreachBack, recordOutreach } from '@/server/outreach/outreach-call';
import { bearer, done, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const common = { method: 'post', security: bearer } as const;
const refused = { 400: errorResponses[400], 401: errorResponses[401], 403: errorResponses[403] };
const takes = (schema: z.ZodType) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const next = createRoute({
  ...common,
  path: '/v1/outreach/next',
  summary: 'Whom this rep calls next; nobody else is offered them for ten minutes',
  responses: { 200: answers(outreachNextSchema, 'Somebody, or why nobody'), ...refused },
});

const calling = createRoute({
  ...common,
  path: '/v1/outreach/calling',
  summary: 'The rep is about to dial: every rule is asked once more',
  request: takes(outreachRefSchema),
  responses: { 200: answers(outreachCallingSchema, 'Whether they may still be called'), ...refused },
});

const result = createRoute({
  ...common,
  path: '/v1/outreach/result',
  summary: 'What a call came to; told twice, it counts once',
  request: takes(outreachResultSchema),
  responses: {
    200: answers(outreachResultAnswerSchema, 'What becomes of the entry'),
    ...refused,
    404: { ...errorResponses[404], description: 'The entry is not in this rep’s hands.' },
  },
});

const giveBack = createRoute({
  ...common,
  path: '/v1/outreach/give-back',
  summary: 'Without a result: somebody else may have them',
  request: takes(outreachRefSchema),
  responses: { 200: done, ...refused },
});

/** The list that reps work off in quiet hours. Who called whom is logged nowhere, and counted for no rep. */
export function outreachRoutes(app: StoreApp, { db, clock }: StoreDeps): void {
  const asking = (userId: string) => ({ userId, now: clock.now() });
  app.openapi(next, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await nextOutreach(db, asking(c.var.user.id)), 200);
  });
  app.openapi(calling, async (c) => {
    const ref = outreachRefSchema.parse(c.req.valid('json'));
    return c.json(await beginOutreachCall(db, ref, asking(c.var.user.id)), 200);
  });
  app.openapi(result, async (c) => {
    const told = outreachResultSchema.parse(c.req.valid('json'));
    const { callBackAt } = told;
    if (callBackAt !== null && isTooFar(new Date(callBackAt), clock.now()))
      return c.json(wireError('bad-input', 'Nobody is called back after more than 90 days.'), 400);
    const answer = await recordOutreach(db, told, asking(c.var.user.id));
    if (!answer) return c.json(wireError('not-found', 'This entry is not in your hands any more.'), 404);
    return c.json(answer, 200);
  });
  app.openapi(giveBack, async (c) => {
    await giveOutreachBack(db, outreachRefSchema.parse(c.req.valid('json')), asking(c.var.user.id));
    return c.json({}, 200);
  });
}
