import { describe, expect, it } from 'vitest';
import { createPolicy } from '@/lib/sync/account/policy';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const policyWith = (get: (key: string) => Promise<unknown>, area = createMemoryArea()) =>
  createPolicy({ managed: { get }, area, exclusive: createExclusive() });
const policyOf = (set: Record<string, unknown>) => policyWith(async (key) => set[key]).read();

const free = { serverUrl: null, sites: [], badgesInPages: true };

describe('what whoever runs the computers has set', () => {
  it('is nothing where no policy is there, or the browser has no place for one', async () => {
    expect(await policyOf({})).toEqual(free);
    const none = policyWith(async () => Promise.reject(new Error('no manifest')));
    expect(await none.read()).toEqual(free);
  });

  it('is the store, the CRMs by their origins, each once, and whether badges stand in pages', async () => {
    const sites = ['https://crm.example.com/tickets/7', 'https://crm.example.com', 'http://10.0.0.7:8080/'];
    expect(await policyOf({ serverUrl: 'https://heed.example.com/x', sites, badgesInPages: false })).toEqual({
      ...{ serverUrl: 'https://heed.example.com', badgesInPages: false },
      sites: ['https://crm.example.com', 'http://10.0.0.7:8080'],
    });
  });

  it('is told as it was known last, however long the browser takes to say it anew', async () => {
    const area = createMemoryArea();
    await policyWith(async (key) => ({ badgesInPages: false })[key], area).read();
    const never = policyWith(() => new Promise(() => {}), area);
    expect(await never.read()).toEqual({ ...free, badgesInPages: false });
    const mended = policyWith(async () => undefined, area);
    expect(await mended.refresh()).toEqual(free);
    expect(await mended.read()).toEqual(free);
  });

  const set = { serverUrl: 'https://heed.example.com', sites: ['https://a.example'], badgesInPages: false };
  it.each<[string, Error, object]>([
    ['Firefox, where none is installed (any more)', new Error('Managed storage manifest not found'), free],
    ['a browser whose storage fails', new Error('An unexpected error occurred'), set],
    ['Firefox, where the file can’t be read', new Error('Invalid manifest'), set],
    ['a browser without a place for one', new TypeError('area is undefined'), set],
  ])(
    'stays as it is known where the browser can’t say, and ends where it says that there is none: %s',
    async (_, error, after) => {
      const area = createMemoryArea();
      await policyWith(
        async (key) => Object.entries(set).find(([name]) => name === key)?.[1],
        area,
      ).refresh();
      const failing = policyWith(async (key) => (key === 'sites' ? undefined : Promise.reject(error)), area);
      expect(await failing.refresh()).toEqual(after);
      expect(await failing.read()).toEqual(after);
    },
  );

  it.each<[string, Record<string, unknown>]>([
    ['a store whose address sends words in the open', { serverUrl: 'http://heed.example.com' }],
    ['a store that is no address', { serverUrl: 7 }],
    ['sites that are no list', { sites: 'https://crm.example.com' }],
    ['sites that are no web addresses', { sites: ['javascript:alert(1)', 'crm', 7, null] }],
    ['a switch that is a word', { badgesInPages: 'no' }],
  ])('leaves out what makes no sense, and nothing else: %s', async (_, set) => {
    expect(await policyOf(set)).toEqual(free);
    expect(
      await policyOf({
        ...set,
        ...('sites' in set ? { badgesInPages: false } : { sites: ['https://a.example'] }),
      }),
    ).toEqual('sites' in set ? { ...free, badgesInPages: false } : { ...free, sites: ['https://a.example'] });
  });
});
