// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryAll } from '@/lib/crm/find-elements';
import { isSite, matchPage } from '@/lib/crm/match-page';
import { adapters } from '@/lib/crm/registry';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { showPage } from './show-page';

const folder = (id: string) => join('tests', 'fixtures', 'crm', id);

/** Addresses as they stand in a CRM, and the kind of customer page each is; null where nobody is open. */
function addressesOf({ id }: CrmAdapter): [url: string, kind: string | null][] {
  return Object.entries(JSON.parse(readFileSync(join(folder(id), 'addresses.json'), 'utf8')));
}

/** What tells this CRM's pages besides their host: the first fixture with its signature, else an empty page. */
function showSite({ id, site: { signature } }: CrmAdapter): void {
  showPage('');
  if (signature === null) return;
  for (const file of readdirSync(folder(id)).filter((name) => name.endsWith('.html'))) {
    showPage(readFileSync(join(folder(id), file), 'utf8'));
    if (queryAll(document, signature).length > 0) return;
  }
  throw new Error(`no fixture of ${id} has its signature`);
}

describe.each(adapters.map((adapter) => ({ adapter, label: adapter.label })))(
  'addresses of $label',
  ({ adapter }) => {
    const addresses = addressesOf(adapter);
    beforeAll(() => showSite(adapter));
    afterAll(() => showPage(''));

    it('are listed for each of its patterns, and at least five where nobody is open', () => {
      const matched = addresses.map(([url]) => matchPage(adapter, new URL(url))?.page);
      expect(adapter.pages.filter((page) => !matched.includes(page))).toEqual([]);
      expect(addresses.filter(([, kind]) => kind === null).length).toBeGreaterThanOrEqual(5);
    });

    it.each(addresses)('%s is %s, and no other CRM’s', (address, kind) => {
      const url = new URL(address);
      const takers = adapters.filter(({ site }) => isSite(site, url, document));
      expect(takers.map(({ id }) => id)).toEqual([adapter.id]);
      expect(matchPage(adapter, url)?.page.kind ?? null).toBe(kind);
    });
  },
);

describe('an address on a host that only looks like a CRM’s', () => {
  const hosted = adapters.filter(({ site }) => site.hosts.length > 0);

  it.each(hosted.flatMap(({ id, site }) => site.hosts.map((host) => ({ id, host }))))(
    '$host of $id is not on any other',
    ({ host }) => {
      showPage('');
      const own = host.replace('*.', 'acme.');
      const elsewhere = [`${own}.evil.example`, `evil-${host.replace('*.', '')}`, `${own}m`];
      const taken = (name: string) =>
        adapters.filter(({ site }) => isSite(site, new URL(`https://${name}/`), document)).length;
      expect(taken(own)).toBe(1);
      expect(elsewhere.map(taken)).toEqual([0, 0, 0]);
    },
  );
});
