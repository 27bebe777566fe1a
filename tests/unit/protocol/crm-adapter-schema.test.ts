import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { adapters } from '@/lib/crm/registry';
import type { CrmAdapter, RenderedPage } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { sample } from '../crm/sample-adapter';

// Compiles only while type and schema agree in both directions.
const checked: readonly z.output<typeof adapterSchema>[] = [...adapters, sample];
const back: readonly CrmAdapter[] = checked;

const withPage = (change: object): unknown => ({
  ...sample,
  pages: sample.pages.map((page) => ({ ...page, ...change })),
});
const seen = '2026-11-22';

describe('the adapter schema', () => {
  it.each(back.map((adapter) => ({ adapter, id: adapter.id })))('takes $id as it is', ({ adapter }) => {
    expect(adapterSchema.parse(adapter)).toEqual(adapter);
    expect(adapterSchema.parse(JSON.parse(JSON.stringify(adapter)))).toEqual(adapter);
  });

  it('takes a page without confirmation where the address names nothing', () => {
    const fields = [{ at: [{ css: '.mail', seen }], take: { from: 'text' }, as: 'email' }];
    const people = { each: [{ css: '.who', seen }], fields, one: true };
    expect(
      adapterSchema.safeParse(withPage({ url: { path: '/record/*' }, confirm: [], people })).success,
    ).toBe(true);
  });

  it.each([
    ['something it doesn’t know', { ...sample, run: 'alert(1)' }],
    ['a function', { ...sample, label: () => 'x' }],
    ['a selector for password fields', withPage({ ready: 'input[type="password"]' })],
    ['a selector for hidden fields', withPage({ ready: 'input[type=HIDDEN]' })],
    ['a selector that is costly', withPage({ ready: 'div:has(div)' })],
    ['a costly selector in other letters', withPage({ ready: 'div:h\\61s(div)' })],
    ['the name that stands for sites without an adapter', { ...sample, id: 'generic' }],
    ['a signature that every page has', { ...sample, site: { hosts: [], signature: 'html > body' } }],
    [
      'a part of the address that is named like what every object has, and that nothing confirms',
      withPage({
        url: { path: '/record/:no', query: { tab: ':constructor' }, inner: { no: { path: '/x' } } },
      }),
    ],
    ['a selector without end', withPage({ ready: `${'div '.repeat(100)}p` })],
    ['a host that is a pattern', { ...sample, site: { hosts: ['*'], signature: null } }],
    [
      'a host that takes in a whole top-level domain',
      { ...sample, site: { hosts: ['*.com'], signature: null } },
    ],
    ['a regular expression in a path', withPage({ url: { path: '/record/(.*)' } })],
    ['a shape that is not known', withPage({ url: { path: '/record/:no{words}' } })],
    [
      'a shape that is not known in a parameter',
      withPage({ url: { path: '/record', query: { no: ':no{.*}' } } }),
    ],
    [
      'an address inside a part that is not there',
      withPage({ url: { path: '/record/:no', inner: { other: { path: '/x' } } } }),
    ],
    [
      'a part of an inner address that nothing confirms',
      withPage({ url: { path: '/record/:no', inner: { no: { path: '/x/:other' } } } }),
    ],
    ['a page without confirmation of what its address names', withPage({ confirm: [] })],
    [
      'a confirmation of something else',
      withPage({ confirm: [{ part: 'other', at: [{ css: '#no', seen }], take: { from: 'text' } }] }),
    ],
    [
      'a part of the address that nothing confirms',
      withPage({ url: { path: '/record/:no', query: { tab: ':tab' } } }),
    ],
    [
      'a field of a part that is not there',
      withPage({
        people: {
          each: [{ css: '.who', seen }],
          fields: [{ part: 'other', as: { system: 'a', recordType: 'b' } }],
        } satisfies RenderedPage['people'],
      }),
    ],
  ])('refuses %s', (_, adapter) => {
    expect(adapterSchema.safeParse(adapter).success).toBe(false);
  });
});
