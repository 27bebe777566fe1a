// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { agentOf, listsOn, readRow, rowElements } from '@/lib/crm/lists/list-rows';
import { adapters } from '@/lib/crm/registry';
import { sample } from '../sample-adapter';
import { fixtureUrl, showPage } from '../show-page';
import { queue } from './listed-page';

/** Each row's identifiers, and what its badge would stand beside. */
function rowsOf(html: string, url: URL): [values: string[], beside: string | null][] {
  showPage(html);
  return listsOn(url, document, adapters).flatMap((list) =>
    rowElements(list).flatMap((element) => {
      const row = readRow(element, list, agentOf(list));
      return row
        ? [[row.identifiers.map(({ value }) => value), row.anchor.textContent] as [string[], string]]
        : [];
    }),
  );
}

const fixture = (path: string) => {
  const html = readFileSync(join('tests', 'fixtures', 'crm', path), 'utf8');
  return rowsOf(html, fixtureUrl(html));
};

describe('the rows of a list', () => {
  afterEach(() => showPage(''));

  it.each<[string, [string[], string][]]>([
    ['demo/customer-list.html', [[['C-00202', 'vera@pipe-works.example'], 'Vera Lind']]],
    ['demo/ticket-list.html', [[['C-00202', 'vera@pipe-works.example'], 'Vera Lind']]],
    ['demo/customer.html', []],
    [
      'rt/search-results.html',
      [
        [['40', 'vera@pipe-works.example'], 'Vera Lind <vera@pipe-works.example>'],
        [['41', 'bo@pipe-works.example'], 'Bo Lind <bo@pipe-works.example>'],
      ],
    ],
    ['rt/user-search.html', [[['40', 'vera@pipe-works.example'], 'vera@pipe-works.example']]],
    ['rt/home.html', []],
    ['rt/ticket.html', []],
  ])('%s', (path, rows) => {
    expect(fixture(path)).toEqual(rows);
  });
});

describe('lists on a host that two CRMs share', () => {
  afterEach(() => showPage(''));

  it('are those of the adapter that has any there', () => {
    const taught = { ...sample, site: { hosts: [location.hostname], signature: null } };
    history.replaceState(null, '', '/queue');
    const found = listsOn(new URL(location.href), document, [taught, queue()]);
    expect(found.map(({ list }) => list.kind)).toEqual(['queue']);
    expect(listsOn(new URL('/record/7', location.href), document, [taught, queue()])).toEqual([]);
  });
});

const folder = join('..', 'shared', 'captures', 'rt');
const marta = 'marta.kowalczyk@acme-plumbing.example';

describe.skipIf(!existsSync(folder))(
  'lists captured from Request Tracker (skipped where ../shared/captures is not there)',
  () => {
    const captured = (file: string, address: string) =>
      rowsOf(readFileSync(join(folder, file), 'utf8'), new URL(address, 'http://127.0.0.1:8105'));

    it('name the requestor of each ticket, and no agent', () => {
      const rows = captured('search-results-list.html', '/Search/Results.html?Query=Status%3D%27new%27');
      expect(rows).toHaveLength(5);
      expect(rows[0]).toEqual([['27', marta], `Marta Kowalczyk <${marta}>`]);
      expect(rows.flat(2).filter((text) => text?.includes('Agnes'))).toEqual([]);
    });

    it('name each user that was found', () => {
      const rows = captured('user-search-list.html', '/User/Search.html');
      expect(rows.map(([values]) => values[0])).toEqual(['51', '27', '59']);
      expect(rows[1]).toEqual([['27', marta], marta]);
    });
  },
);
