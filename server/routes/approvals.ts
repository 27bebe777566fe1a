import { createRoute, z } from '@hono/zod-openapi';
import {
  approvalAnsweredSchema,
  approvalAnswerSchema,
  approvalRequestSchema,
  approvalSchema,
  waitingApprovalsSchema,
} from '@/lib/protocol/approval';
import { answerApproval, isAsked, withdrawApproval } from '@/server/approvals/answer-approval';
import { findApproval, tellApproval } from '@/server/approvals/approval-row';
import { askApproval } from '@/server/approvals/ask-approval';
import { MOST_OPEN, TooManyOpen } from '@/server/approvals/few-open';
import { waitingApprovals } from '@/server/approvals/waiting-approvals';
import { Rejection } from '@/server/mutations/rejection';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const params = z.object({ id: z.uuid() });
const failures = { 400: errorResponses[400], 401: errorResponses[401], 404: errorResponses[404] };
const MANY = wireError(
  'too-many-requests',
  `A question in this note, or ${MOST_OPEN} in others, still wait: ask once one is answered or taken back.`,
);
const NONE = wireError('not-found', 'There is no such question, or none of yours.');

const askRoute = createRoute({
  method: 'post',
  path: '/v1/approvals',
  summary: 'Asks supervisors, one after the other, whether a rep may give more than their limit',
  security: bearer,
  request: { body: { required: true, content: json(approvalRequestSchema) } },
  responses: {
    200: { description: 'The question, asked once under its id', content: json(approvalSchema) },
    ...failures,
    409: {
      ...errorResponses[400],
      description: `One waits in this note already, or ${MOST_OPEN} of the caller’s in all.`,
    },
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/v1/approvals/{id}',
  summary: 'What became of a question: for who asked it, and who was asked',
  security: bearer,
  request: { params },
  responses: { 200: { description: 'The question', content: json(approvalSchema) }, ...failures },
});

const listRoute = createRoute({
  method: 'get',
  path: '/v1/approvals',
  summary: 'The questions that wait for whoever is signed in',
  security: bearer,
  responses: {
    200: { description: 'The oldest first', content: json(waitingApprovalsSchema) },
    401: errorResponses[401],
    403: errorResponses[403],
  },
});

const answerRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/{id}/answer',
  summary: 'Grants or refuses; of several answers exactly one counts',
  security: bearer,
  request: { params, body: { required: true, content: json(approvalAnswerSchema) } },
  responses: {
    200: { description: 'Whether this answer counts, and which does', content: json(approvalAnsweredSchema) },
    ...failures,
    403: errorResponses[403],
  },
});

const withdrawRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/{id}/withdraw',
  summary: 'Takes one’s own question back, if nobody has answered it',
  security: bearer,
  request: { params, body: { required: true, content: json(z.object({})) } },
  responses: {
    200: { description: 'The question, as it is now', content: json(approvalSchema) },
    ...failures,
  },
});

function askingRoutes(app: StoreApp, { db, clock, log, wakePublisher }: StoreDeps): void {
  app.openapi(askRoute, async (c) => {
    const at = clock.now();
    try {
      const row = await askApproval(db, { request: c.req.valid('json'), asker: c.var.user, at });
      if (!row) return c.json(NONE, 404);
      wakePublisher();
      log.info({ people: row.people.length }, 'an approval was asked for');
      return c.json(await tellApproval(db, row, at), 200);
    } catch (error) {
      if (error instanceof TooManyOpen) return c.json(MANY, 409);
      if (error instanceof Rejection) return c.json(wireError('bad-input', `${error.message}.`), 400);
      throw error;
    }
  });

  app.openapi(readRoute, async (c) => {
    const now = clock.now();
    const row = await findApproval(db, c.req.valid('param').id);
    const mayRead = row && (row.asked_by === c.var.user.id || isAsked(row, c.var.user.id, now));
    if (!mayRead) return c.json(NONE, 404);
    c.header('Cache-Control', 'no-store');
    return c.json(await tellApproval(db, row, now), 200);
  });

  app.openapi(withdrawRoute, async (c) => {
    const at = clock.now();
    const { id } = c.req.valid('param');
    const row = await withdrawApproval(db, { id, userId: c.var.user.id, at });
    return row ? c.json(await tellApproval(db, row, at), 200) : c.json(NONE, 404);
  });
}

/** Asking for more than one's limit, and answering: for reps and those who may allow it. */
export function approvalsRoutes(app: StoreApp, deps: StoreDeps): void {
  const { db, clock } = deps;
  askingRoutes(app, deps);

  app.openapi(listRoute, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ approvals: await waitingApprovals(db, c.var.user.id, clock.now()) }, 200);
  });

  app.openapi(answerRoute, async (c) => {
    const at = clock.now();
    const { id } = c.req.valid('param');
    const answered = await answerApproval(db, { id, userId: c.var.user.id, ...c.req.valid('json'), at });
    if (!answered) return c.json(NONE, 404);
    const { counted, row } = answered;
    return c.json({ counted, approval: await tellApproval(db, row, at) }, 200);
  });
}
