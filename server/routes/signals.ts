import { createRoute } from '@hono/zod-openapi';
import { MOST_NAMED_A_DAY, MOST_NAMELESS } from '@/lib/domain/signal';
import { DAY } from '@/lib/platform/clock';
import { may, reportRoles } from '@/lib/protocol/roles';
import {
  namedSignalSchema,
  namelessSignalSchema,
  signalKeySchema,
  signalListSchema,
  tokenAnswerSchema,
  tokenRequestSchema,
} from '@/lib/protocol/signals';
import { issueToken } from '@/server/signals/issue-token';
import { keepNamed } from '@/server/signals/keep-named';
import { listSignals } from '@/server/signals/list-signals';
import { keepNameless } from '@/server/signals/nameless';
import { publicPart, teamKey } from '@/server/signals/team-key';
import { LARGEST_UNSIGNED, limitBody } from './limit-body';
import { bearer, done, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

/** No log says when somebody came here. */
export const NAMELESS = '/v1/signals/nameless';

const refused = { 400: errorResponses[400], 401: errorResponses[401] };
const isoDay = (at: Date) => at.toISOString().slice(0, 10);
/** What has waited longer on a rep's computer says nothing of today. */
const OLDEST = 62 * DAY;

const WHY_NOT = {
  'not-signed': 'The signature is not this team’s of that month.',
  'too-many': `With this token ${MOST_NAMELESS} signals came in that month, which is all.`,
};

const ENOUGH = `${MOST_NAMED_A_DAY} signals with your name came within a day, which is all: give it a day later.`;

/** Waited too long, or a clock is wrong. Tomorrow is somewhere already. */
function isOutOfTime(day: string, now: Date): boolean {
  return day > isoDay(new Date(now.getTime() + DAY)) || day < isoDay(new Date(now.getTime() - OLDEST));
}

const named = createRoute({
  method: 'post',
  path: '/v1/signals',
  summary: 'What somebody noticed, with their name; sent again, there is one',
  security: bearer,
  request: { body: { required: true, content: { 'application/json': { schema: namedSignalSchema } } } },
  responses: {
    200: done,
    ...refused,
    403: { ...errorResponses[403], description: `${MOST_NAMED_A_DAY} came within a day, which is all.` },
  },
});

const nameless = createRoute({
  method: 'post',
  path: NAMELESS,
  summary: 'The same without a name: a team’s blind signature in the place of a sign-in',
  middleware: limitBody(LARGEST_UNSIGNED),
  request: { body: { required: true, content: { 'application/json': { schema: namelessSignalSchema } } } },
  responses: {
    200: done,
    400: errorResponses[400],
    403: {
      ...errorResponses[403],
      description: 'Not signed by this team in the month of the day, or one too many.',
    },
    413: { ...errorResponses[400], description: 'No signal is as large.' },
  },
});

const list = createRoute({
  method: 'get',
  path: '/v1/signals',
  summary:
    'What was noticed in the last year; what has no name a day later, once five of its team gave in that month',
  security: bearer,
  responses: {
    200: { description: 'The list', content: { 'application/json': { schema: signalListSchema } } },
    401: errorResponses[401],
    403: errorResponses[403],
  },
});

const key = createRoute({
  method: 'get',
  path: '/v1/signals/key',
  summary: 'What this month’s tokens of the caller’s team are signed with',
  security: bearer,
  responses: {
    200: { description: 'The key', content: { 'application/json': { schema: signalKeySchema } } },
    401: errorResponses[401],
  },
});

const token = createRoute({
  method: 'post',
  path: '/v1/signals/token',
  summary: 'Signs this month’s token of the caller without seeing it',
  security: bearer,
  request: { body: { required: true, content: { 'application/json': { schema: tokenRequestSchema } } } },
  responses: {
    200: { description: 'Signed', content: { 'application/json': { schema: tokenAnswerSchema } } },
    ...refused,
    403: {
      ...errorResponses[403],
      description: 'The caller has another token of this month already, or reads the list.',
    },
  },
});

/** Under `/v1`, and yet before anybody is asked for a sign-in: a token that names its user must not come here. */
export function namelessSignalsRoute(app: StoreApp, { db, clock }: StoreDeps): void {
  app.openapi(nameless, async (c) => {
    const signal = c.req.valid('json');
    if (isOutOfTime(signal.day, clock.now()))
      return c.json(wireError('bad-input', 'The day is too far away.'), 400);
    const kept = await keepNameless(db, signal);
    if (kept === 'kept') return c.json({}, 200);
    return c.json(wireError('not-allowed', WHY_NOT[kept]), 403);
  });
}

export function signalsRoutes(app: StoreApp, { db, clock }: StoreDeps): void {
  const today = () => isoDay(clock.now());
  app.openapi(named, async (c) => {
    const [signal, at] = [c.req.valid('json'), clock.now()];
    if (isOutOfTime(signal.day, at)) return c.json(wireError('bad-input', 'The day is too far away.'), 400);
    if (await keepNamed(db, signal, { giver: c.var.user, at })) return c.json({}, 200);
    return c.json(wireError('not-allowed', ENOUGH), 403);
  });
  app.openapi(list, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await listSignals(db, clock.now()), 200);
  });
  app.openapi(key, async (c) => {
    const of = { team: c.var.user.team.id, month: today().slice(0, 7) };
    c.header('Cache-Control', 'no-store');
    return c.json({ ...of, publicKey: publicPart(await teamKey(db, of)) }, 200);
  });
  app.openapi(token, async (c) => {
    const { month, blinded } = c.req.valid('json');
    if (month !== today().slice(0, 7)) return c.json(wireError('bad-input', 'That month isn’t now.'), 400);
    const { id: userId, team, role } = c.var.user;
    // Of five who gave, one who reads the list would know the other four apart from themselves.
    if (may(role, reportRoles))
      return c.json(wireError('not-allowed', 'Whoever reads signals gives theirs with a name.'), 403);
    const signature = await issueToken(db, {
      userId,
      team: team.id,
      month,
      blinded: Buffer.from(blinded, 'base64'),
    });
    if (!signature) return c.json(wireError('not-allowed', 'There is a token of this month already.'), 403);
    return c.json({ signature: Buffer.from(signature).toString('base64') }, 200);
  });
}
