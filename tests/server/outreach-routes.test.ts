import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { Role } from '@/lib/protocol/roles';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('the list of whom to call, over HTTP', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  const entry = { number: 1, outreachId: uuidv7(new Date()) };
  const paths: [string, object][] = [
    ['/v1/outreach/next', {}],
    ['/v1/outreach/calling', entry],
    ['/v1/outreach/give-back', entry],
  ];
  const all: [Role, number][] = [
    ['rep', 200],
    ['supervisor', 200],
    ['executive', 200],
    ['administrator', 403],
  ];

  it.each(paths.flatMap(([path, body]) => all.map(([role, status]) => ({ path, body, role, status }))))(
    '$path answers a $role with $status',
    async ({ path, body, role, status }) => {
      expect((await store.as(role, path, body)).status).toBe(status);
    },
  );

  it('a result for what nobody has in hand is refused', async () => {
    const result = { ...entry, resultId: uuidv7(new Date()), outcome: 'reached', callBackAt: null };
    expect((await store.as('rep', '/v1/outreach/result', result)).status).toBe(404);
    expect((await store.as('administrator', '/v1/outreach/result', result)).status).toBe(403);
    expect((await store.as('rep', '/v1/outreach/result', { ...result, outcome: 'closed' })).status).toBe(400);
  });

  it.each([
    [89, 404],
    [91, 400],
    [36_500, 400],
  ])('a call back in %i days: %i', async (days, status) => {
    const callBackAt = new Date(Date.now() + days * DAY).toISOString();
    const result = { ...entry, resultId: uuidv7(new Date()), outcome: 'call-back', callBackAt };
    expect((await store.as('rep', '/v1/outreach/result', result)).status).toBe(status);
  });
});
