// @vitest-environment jsdom
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { matchPage } from '@/lib/crm/match-page';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { addAdapter } from '@/tests/new-adapter/add-adapter';
import type { NewAdapter } from '@/tests/new-adapter/skeleton';
import { fixtureUrl, showPage } from './show-page';

let root: string;
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const fixture = (id: string, file: string) => read('tests', 'fixtures', 'crm', id, file);

/** What the registry of the copy holds now. */
async function registered(): Promise<readonly CrmAdapter[]> {
  return (await import(/* @vite-ignore */ join(root, 'lib', 'crm', 'registry.ts'))).adapters;
}

const asked: NewAdapter[] = [
  { id: 'acme-desk', label: 'Acme Desk', host: '*.acme-desk.example' },
  { id: 'zz-9', label: 'ZZ & Sons 9', host: null },
  { id: 'aaa', label: 'Aaa', host: 'app.aaa.example' },
];

describe('npm run new:adapter', () => {
  beforeEach(() => {
    // Inside the checkout, where what it writes can be imported.
    mkdirSync('.heed', { recursive: true });
    root = mkdtempSync(join(resolve('.heed'), 'new-adapter-'));
    cpSync(join('lib', 'crm'), join(root, 'lib', 'crm'), { recursive: true });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
    showPage('');
  });

  it.each(asked)('$id comes with pages and addresses that it reads as expected', async (wanted) => {
    addAdapter(wanted, root);
    const adapters = await registered();
    const adapter = adapters.find(({ id }) => id === wanted.id);
    if (!adapter) throw new Error('it is not in the registry');
    expect(adapterSchema.parse(adapter)).toMatchObject({ label: wanted.label });
    const addresses = Object.entries(JSON.parse(fixture(wanted.id, 'addresses.json')));
    for (const [url, kind] of addresses) {
      expect(matchPage(adapter, new URL(url))?.page.kind ?? null, url).toBe(kind);
    }
    for (const name of ['record', 'list']) {
      const html = fixture(wanted.id, `${name}.html`);
      showPage(html);
      const { roots: _, ...found } = detect(fixtureUrl(html), document, adapters);
      const expected = JSON.parse(fixture(wanted.id, `${name}.expected.json`));
      expect('identity' in found ? { state: found.state, ...found.identity } : found).toMatchObject(expected);
    }
  });

  it('leaves the registry’s imports in order, and the adapters that were there', () => {
    for (const wanted of asked) addAdapter(wanted, root);
    const files = [...read('lib', 'crm', 'registry.ts').matchAll(/adapters\/(.+)'/g)].map(([, file]) => file);
    expect(files).toEqual([...files].sort());
    expect(files).toEqual(expect.arrayContaining(['aaa', 'acme-desk', 'demo', 'zendesk', 'zz-9']));
  });

  it.each([
    ['an id that is there', { id: 'zendesk', label: 'Zendesk', host: null }, /already/],
    ['an id that is no file’s name', { id: '../x', label: 'X', host: null }, /lower case/],
    ['a label that is markup', { id: 'x', label: '<b>', host: null }, /a name/],
    ['a host that is an address', { id: 'x', label: 'X', host: 'https://x.example/' }, /host is written/],
  ])('refuses %s, and writes nothing', (_, wanted, why) => {
    const before = read('lib', 'crm', 'registry.ts');
    expect(() => addAdapter(wanted, root)).toThrow(why);
    expect(read('lib', 'crm', 'registry.ts')).toBe(before);
  });
});
