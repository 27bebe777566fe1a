import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '@/lib/protocol/roles';
import { sessionSchema } from '@/lib/protocol/session';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('which CRM’s numbers callers are asked for', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  const stated = async () =>
    sessionSchema.parse(await (await store.as('rep', '/v1/session')).json()).accountNumbers;
  const say = async (said: object | null, role: Role = 'administrator') =>
    (await store.as(role, '/v1/account-numbers', { kind: said })).status;
  const billing = { system: 'billing', recordType: 'account' };

  it('is not known at first', async () => {
    expect(await stated()).toBeNull();
  });

  it.each<Role>(['rep', 'supervisor', 'executive'])('is no matter for a %s', async (role) => {
    expect(await say(billing, role)).toBe(403);
    expect(await stated()).toBeNull();
  });

  it('is what the administrator says, until they take it back', async () => {
    expect(await say(billing)).toBe(200);
    expect(await stated()).toEqual(billing);
    expect(await say(null)).toBe(200);
    expect(await stated()).toBeNull();
  });

  it.each([
    ['a word that no id has', { system: 'a:b', recordType: 'account' }],
    ['a system alone', { system: 'billing' }],
    ['the numbers of tickets', { system: 'zendesk', recordType: 'ticket' }],
  ])('is not %s', async (_, wrong) => {
    expect(await say(wrong)).toBe(400);
    expect(await stated()).toBeNull();
  });
});
