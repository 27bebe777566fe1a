import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Role, roles } from '@/lib/protocol/roles';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { requireRight } from '@/server/routes/require-right';
import type { StoreEnv } from '@/server/routes/store-app';
import { describeEachDatabase } from './support/databases';
import { namingRequests } from './support/naming-requests';
import { startTestStore, type TestStore } from './support/test-store';
import { addSouth, type Named } from './support/two-teams';

/**
 * Who may ask what: `r`ep, `s`upervisor, `e`xecutive, `a`dministrator. Said here once more, so that no slip opens a route.
 * And whether it names a rep or something of theirs: one that is for their `team`'s supervisor, or for its `own` giver alone.
 * What names a customer, or nothing, says `-`: customers are of no team, and their history is everybody's.
 */
const expected: readonly (readonly [route: string, who: string, names: 'team' | 'own' | '-'])[] = [
  ['GET /v1/session', 'rsea', '-'],
  ['POST /v1/adapters', '   a', '-'],
  ['POST /v1/adapters/off', '   a', '-'],
  ['POST /v1/adapters/remove', '   a', '-'],
  ['POST /v1/account-numbers', '   a', '-'],
  ['POST /v1/organisation-rules', '   a', '-'],
  ['POST /v1/calling-hours', '   a', '-'],
  ['GET /v1/teams', '   a', '-'],
  ['POST /v1/teams', '   a', '-'],
  ['POST /v1/teams/remove', '   a', '-'],
  ['POST /v1/teams/people', '   a', '-'],
  ['GET /v1/book', 'rsea', '-'],
  ['GET /v1/packs/{id}', 'rsea', '-'],
  ['GET /v1/pages/{n}', 'rsea', '-'],
  ['GET /v1/blocks/{kind}/{n}', 'rsea', '-'],
  ['GET /v1/customers/{number}/detail', 'rsea', '-'],
  ['GET /v1/customer-names', 'rse ', '-'],
  ['POST /v1/mutations', 'rsea', '-'],
  ['POST /v1/imported-notes', ' s a', 'team'],
  ['GET /v1/reason-model', 'rsea', '-'],
  ['POST /v1/playbook-log', 'rsea', '-'],
  ['GET /v1/colleagues', 'rs  ', '-'],
  ['POST /v1/handovers/find', 'rs  ', '-'],
  ['GET /v1/handovers/mine', 'rs  ', '-'],
  ['POST /v1/handovers/take', 'rs  ', 'team'],
  ['POST /v1/handovers/withdraw', 'rs  ', 'own'],
  ['POST /v1/handovers/close', 'rs  ', 'own'],
  ['GET /v1/offers/today', 'rsea', '-'],
  ['POST /v1/approvals', 'rsea', '-'],
  ['GET /v1/approvals/{id}', 'rsea', 'team'],
  ['GET /v1/approvals', ' s a', '-'],
  ['POST /v1/approvals/{id}/answer', ' s a', 'team'],
  ['POST /v1/approvals/{id}/withdraw', 'rsea', 'own'],
  ['GET /v1/desk/notes', ' s a', 'team'],
  ['GET /v1/desk/notes/{id}', ' s a', 'team'],
  ['POST /v1/desk/notes/{id}/review', ' s a', 'team'],
  ['POST /v1/desk/notes/{id}/exemplary', ' s a', 'team'],
  ['POST /v1/desk/notes/{id}/ask', ' s a', 'team'],
  ['POST /v1/desk/publish/preview', ' s a', 'team'],
  ['POST /v1/desk/publish', ' s a', 'team'],
  ['POST /v1/desk/publish/undo', ' s a', 'team'],
  ['POST /v1/outreach/next', 'rse ', '-'],
  ['POST /v1/outreach/calling', 'rse ', '-'],
  ['POST /v1/outreach/result', 'rse ', '-'],
  ['POST /v1/outreach/give-back', 'rse ', '-'],
  ['GET /v1/doubts', ' s a', '-'],
  ['GET /v1/reports/nps', ' sea', '-'],
  ['POST /v1/signals', 'rsea', '-'],
  ['GET /v1/signals', ' sea', '-'],
  ['GET /v1/signals/key', 'rsea', '-'],
  ['POST /v1/signals/token', 'rsea', '-'],
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

describeEachDatabase('what is another team’s', (kind) => {
  let store: TestStore;
  let south: Awaited<ReturnType<typeof addSouth>>;
  let mine: Named;
  let theirs: Named;
  beforeAll(async () => {
    store = await startTestStore(kind);
    south = await addSouth(store);
    [mine, theirs] = [await south.work('North'), await south.work('South')];
  });
  afterAll(() => store.stop());

  /** What is answered, with the ids that were asked for left out. */
  async function answered(role: Role, route: string, of: Named): Promise<string> {
    const asked = namingRequests[route]?.(of);
    if (!asked) throw new Error(`nothing is known of how to ask ${route}`);
    const answer = await store.as(role, asked.path, asked.body);
    const text = `${answer.status} ${await answer.text()}`;
    return [of.rep.id, of.noteId, of.publishedId, of.approvalId, of.handoverId].reduce(
      (left, id) => left.replaceAll(id, '(id)'),
      text,
    );
  }
  const naming = expected.filter(([, , names]) => names !== '-');

  it('is asked for by every route that names a rep, or something of theirs', () => {
    expect(Object.keys(namingRequests).sort()).toEqual(naming.map(([route]) => route).sort());
  });

  it.each(naming)('%s (%s) answers as if it were nowhere', async (route, who, names) => {
    const before = await changesOf(theirs);
    for (const role of roles.filter((one) => one !== 'administrator' && who.includes(one.charAt(0))))
      expect(await answered(role, route, theirs)).toBe(await answered(role, route, south.nobodys(theirs)));
    expect(await changesOf(theirs)).toEqual(before);
    if (names === 'own') return;
    const own = await answered('supervisor', route, mine);
    expect(own).toMatch(/^200 /);
    expect(own).not.toBe(await answered('supervisor', route, south.nobodys(mine)));
  });

  it.each(naming.filter(([route]) => /desk|imported/.test(route)))(
    '%s (%s) is an administrator’s all the same',
    async (route) => {
      const answer = await answered('administrator', route, theirs);
      expect(answer).toMatch(/^200 /);
      expect(answer).not.toBe(await answered('administrator', route, south.nobodys(theirs)));
    },
  );

  /** Whatever of theirs somebody could have changed. */
  async function changesOf({ rep, approvalId, handoverId }: Named) {
    const { db } = store.server;
    return [
      await db.selectFrom('note_reviews').selectAll().where('author_id', '=', rep.id).execute(),
      await db.selectFrom('notes').select(['note_id', 'version']).where('author_id', '=', rep.id).execute(),
      await db.selectFrom('approvals').selectAll().where('approval_id', '=', approvalId).execute(),
      await db.selectFrom('handovers').selectAll().where('handover_id', '=', handoverId).execute(),
    ];
  }
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
