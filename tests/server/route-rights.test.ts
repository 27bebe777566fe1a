import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Role, roles } from '@/lib/protocol/roles';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { requireRight } from '@/server/routes/require-right';
import type { StoreEnv } from '@/server/routes/store-app';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

/** Who may ask what: `r`ep, `s`upervisor, `e`xecutive, `a`dministrator. Said here once more, so that no slip opens a route. */
const expected: readonly (readonly [route: string, who: string])[] = [
  ['GET /v1/session', 'rsea'],
  ['POST /v1/adapters', '   a'],
  ['POST /v1/adapters/off', '   a'],
  ['POST /v1/adapters/remove', '   a'],
  ['POST /v1/account-numbers', '   a'],
  ['POST /v1/organisation-rules', '   a'],
  ['POST /v1/calling-hours', '   a'],
  ['GET /v1/book', 'rsea'],
  ['GET /v1/packs/{id}', 'rsea'],
  ['GET /v1/pages/{n}', 'rsea'],
  ['GET /v1/blocks/{kind}/{n}', 'rsea'],
  ['GET /v1/customers/{number}/detail', 'rsea'],
  ['GET /v1/customer-names', 'rse '],
  ['POST /v1/mutations', 'rsea'],
  ['POST /v1/imported-notes', ' s a'],
  ['GET /v1/reason-model', 'rsea'],
  ['POST /v1/playbook-log', 'rsea'],
  ['GET /v1/colleagues', 'rs  '],
  ['POST /v1/handovers/find', 'rs  '],
  ['GET /v1/handovers/mine', 'rs  '],
  ['POST /v1/handovers/take', 'rs  '],
  ['POST /v1/handovers/withdraw', 'rs  '],
  ['POST /v1/handovers/close', 'rs  '],
  ['GET /v1/offers/today', 'rsea'],
  ['POST /v1/approvals', 'rsea'],
  ['GET /v1/approvals/{id}', 'rsea'],
  ['GET /v1/approvals', ' s a'],
  ['POST /v1/approvals/{id}/answer', ' s a'],
  ['POST /v1/approvals/{id}/withdraw', 'rsea'],
  ['GET /v1/desk/notes', ' s a'],
  ['GET /v1/desk/notes/{id}', ' s a'],
  ['POST /v1/desk/notes/{id}/review', ' s a'],
  ['POST /v1/desk/notes/{id}/exemplary', ' s a'],
  ['POST /v1/desk/notes/{id}/ask', ' s a'],
  ['POST /v1/desk/publish/preview', ' s a'],
  ['POST /v1/desk/publish', ' s a'],
  ['POST /v1/desk/publish/undo', ' s a'],
  ['POST /v1/outreach/next', 'rse '],
  ['POST /v1/outreach/calling', 'rse '],
  ['POST /v1/outreach/result', 'rse '],
  ['POST /v1/outreach/give-back', 'rse '],
  ['GET /v1/doubts', ' s a'],
  ['GET /v1/reports/nps', ' sea'],
  ['POST /v1/signals', 'rsea'],
  ['GET /v1/signals', ' sea'],
  ['GET /v1/signals/key', 'rsea'],
  ['POST /v1/signals/token', 'rsea'],
];
/** Given without a name: nobody is asked who they are. */
const NAMELESS = 'POST /v1/signals/nameless';

const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const errorIn = async (answer: Response) => wireErrorSchema.safeParse(await answer.json()).data?.error.code;

describeEachDatabase('who may ask what', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  it('is said of every route that the store documents', async () => {
    const document = documentSchema.parse(await (await fetch(`${store.server.url}/openapi.json`)).json());
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const known = [...expected.map(([route]) => route), NAMELESS];
    expect(documented.filter((route) => route.includes(' /v1/')).sort()).toEqual(known.sort());
  });

  it.each(expected)('%s: %s', async (route, who) => {
    const [method, template = ''] = route.split(' ');
    const path = template.replace(/\{\w+\}/g, '1');
    const letIn = async (role: Role) => {
      const answer = await store.as(role, path, method === 'POST' ? {} : undefined);
      return !(answer.status === 403 && (await errorIn(answer)) === 'not-allowed');
    };
    const through = await Promise.all(roles.map(letIn));
    expect(roles.filter((_, i) => through[i])).toEqual(roles.filter((role) => who.includes(role.charAt(0))));
  });
});

describe('a route that stands in no table', () => {
  it.each(roles)('lets no %s through', async (role) => {
    const app = new Hono<StoreEnv>();
    app.use('/v1/*', async (c, next) => {
      c.set('user', { role } as StoreEnv['Variables']['user']);
      return next();
    });
    app.use('/v1/*', requireRight());
    app.get('/v1/forgotten', (c) => c.json({}));
    expect((await app.request('/v1/forgotten')).status).toBe(403);
    expect((await app.request('/v1/nowhere')).status).toBe(404);
  });
});
