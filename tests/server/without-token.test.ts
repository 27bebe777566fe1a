import { afterAll, beforeAll, expect, it } from 'vitest';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('the API', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  const errorOf = async (answer: Response) => wireErrorSchema.parse(await answer.json()).error.code;

  it.each([
    ['GET', '/v1/session'],
    ['GET', '/v1/book'],
    ['GET', `/v1/packs/${'0'.repeat(64)}`],
    ['GET', '/v1/pages/0'],
    ['GET', '/v1/blocks/cards/0'],
    ['GET', '/v1/customers/1/detail'],
    ['GET', '/v1/customer-names?numbers=1'],
    ['POST', '/v1/mutations'],
    ['POST', '/v1/imported-notes'],
    ['GET', '/v1/reports/nps'],
    ['GET', '/v1/doubts'],
    ['POST', '/v1/adapters'],
    ['POST', '/v1/adapters/off'],
    ['POST', '/v1/adapters/remove'],
    ['POST', '/v1/account-numbers'],
    ['POST', '/v1/playbook-log'],
    ['POST', '/v1/organisation-rules'],
    ['POST', '/v1/outreach/next'],
    ['POST', '/v1/outreach/calling'],
    ['POST', '/v1/outreach/result'],
    ['POST', '/v1/outreach/give-back'],
    ['POST', '/v1/calling-hours'],
    ['POST', '/v1/signals'],
    ['GET', '/v1/signals'],
    ['GET', '/v1/signals/key'],
    ['POST', '/v1/signals/token'],
    ['GET', '/v1/nothing-here'],
  ])('%s %s answers nobody without a token', async (method, path) => {
    const answer = await fetch(store.server.url + path, { method });
    expect(answer.status).toBe(401);
    expect(await errorOf(answer)).toBe('signed-out');
  });
});
