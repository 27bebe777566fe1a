import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '@/lib/protocol/roles';
import { sessionSchema } from '@/lib/protocol/session';
import { sample } from '../unit/crm/sample-adapter';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('an organisation’s ways to read CRMs', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  const session = async () => sessionSchema.parse(await (await store.as('rep', '/v1/session')).json());
  const put = async (adapter: object, role: Role = 'administrator') =>
    (await store.as(role, '/v1/adapters', { adapter })).status;
  const off = async (id: string, off: boolean, role: Role = 'administrator') =>
    (await store.as(role, '/v1/adapters/off', { id, off })).status;

  const remove = async (id: string, role: Role = 'administrator') =>
    (await store.as(role, '/v1/adapters/remove', { id })).status;

  it('are none at first', async () => {
    expect(await session()).toMatchObject({ adapters: [], adaptersOff: [] });
  });

  it.each<Role>(['rep', 'supervisor', 'executive'])('are no matter for a %s', async (role) => {
    expect(await put(sample, role)).toBe(403);
    expect(await off('rt', true, role)).toBe(403);
    expect(await remove('rt', role)).toBe(403);
    expect(await session()).toMatchObject({ adapters: [], adaptersOff: [] });
  });

  it('reach every extension, and only a newer version takes the place of another', async () => {
    expect(await put({ ...sample, version: 2 })).toBe(200);
    expect((await session()).adapters).toEqual([{ ...sample, version: 2 }]);
    expect(await put({ ...sample, version: 2, label: 'Other' })).toBe(409);
    expect(await put({ ...sample, version: 1 })).toBe(409);
    expect((await session()).adapters).toEqual([{ ...sample, version: 2 }]);
    expect(await put({ ...sample, version: 3, label: 'Mended' })).toBe(200);
    expect((await session()).adapters).toEqual([{ ...sample, version: 3, label: 'Mended' }]);
  });

  it.each([
    ['code', { ...sample, version: 9, script: 'alert(1)' }],
    ['a selector for password fields', { ...sample, version: 9, ignore: ['input[type=password]'] }],
    ['no page', { ...sample, version: 9, pages: [] }],
  ])('with %s in them are refused, with where', async (_, adapter) => {
    const answer = await store.as('administrator', '/v1/adapters', { adapter });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/adapter/);
  });

  it('can be switched off for all, also one that extensions bring along, and on again by a new version', async () => {
    expect(await off('rt', true)).toBe(200);
    expect(await off('sample', true)).toBe(200);
    expect((await session()).adaptersOff).toEqual(['rt', 'sample']);
    expect(await off('rt', false)).toBe(200);
    expect(await put({ ...sample, version: 12 })).toBe(200);
    expect((await session()).adaptersOff).toEqual([]);
  });

  it('travel while they are off too: pages of a CRM that nobody may read are known by them', async () => {
    const asleep = { ...sample, id: 'asleep' };
    expect(await put(asleep)).toBe(200);
    expect(await off('asleep', true)).toBe(200);
    const { adapters, adaptersOff } = await session();
    expect(adapters).toContainEqual(asleep);
    expect(adaptersOff).toEqual(['asleep']);
    expect(await off('asleep', false)).toBe(200);
    expect((await session()).adapters).toContainEqual(asleep);
    expect(await remove('asleep')).toBe(200);
  });

  it('can be taken away, whatever version somebody gave them', async () => {
    expect(await put({ ...sample, version: Number.MAX_SAFE_INTEGER })).toBe(200);
    expect(await put({ ...sample, version: 13 })).toBe(409);
    expect(await remove('sample')).toBe(200);
    expect((await session()).adapters).toEqual([]);
    expect(await remove('sample')).toBe(404);
    expect(await put({ ...sample, version: 13 })).toBe(200);
  });

  it('that are switched off stay off when they are taken away, for what extensions bring along has their name', async () => {
    expect(await put({ ...sample, id: 'hubspot' })).toBe(200);
    expect(await off('hubspot', true)).toBe(200);
    expect(await remove('hubspot')).toBe(200);
    const { adapters, adaptersOff } = await session();
    expect(adapters.map(({ id }) => id)).not.toContain('hubspot');
    expect(adaptersOff).toEqual(['hubspot']);
    expect(await remove('hubspot')).toBe(404);
    expect(await off('hubspot', false)).toBe(200);
    expect((await session()).adaptersOff).toEqual([]);
  });

  it('are fifty at most, none of them huge: all travel with every sign-in', async () => {
    const at = Array(10).fill({ css: 'a'.repeat(300), seen: '2026-11-22' });
    const agent = Array(10).fill({ at, take: { from: 'text' }, as: 'email' });
    const rings = Array(10).fill({ url: { path: '/phone' }, at, take: { from: 'text' }, as: 'phone' });
    const list = { kind: 'queue', url: { path: '/queue' }, each: at, fields: agent, anchor: at };
    const huge = { agent, rings, lists: [list, list, list, list] };
    expect(await put({ ...sample, version: 14, ...huge })).toBe(400);
    for (let i = 1; i < 50; i++) expect(await put({ ...sample, id: `more-${i}` })).toBe(200);
    expect(await put({ ...sample, id: 'one-more' })).toBe(409);
    expect(await off('more-1', true)).toBe(200);
    expect(await put({ ...sample, id: 'one-more' })).toBe(409);
    expect(await put({ ...sample, version: 14 })).toBe(200);
  });
});
