import { describe, expect, it } from 'vitest';
import { joinKinds, kindOfUrl, partValues, patternOf } from '@/lib/crm/teach/url-kind';
import { matchUrl } from '@/lib/crm/url-pattern';
import type { UrlPattern } from '@/lib/protocol/crm-adapter';

const url = (path: string) => new URL(path, 'https://crm.example');

/** The pattern of one address or of two, with all parts named. */
function pattern(one: string, other?: string): UrlPattern | null {
  const kind = kindOfUrl(url(one));
  const joined = other === undefined ? kind : joinKinds(kind, kindOfUrl(url(other)));
  return joined && patternOf(joined, new Set(partValues(joined, url(one)).map(({ part }) => part)));
}

const ida = ':ida';

describe('addresses as kinds of pages', () => {
  it.each([
    ['digits in the path', '/customers/4711', { path: `/customers/${ida}` }],
    ['an id with a word before it', '/customers/C-1042', { path: `/customers/${ida}` }],
    ['a uuid', '/c/0b8e9f9e-1c1b-4a43-9d2c-0a4f5f0c7a11/details', { path: `/c/${ida}/details` }],
    ['an id in the query', '/Ticket/Display.html?id=7', { path: '/Ticket/Display.html', query: { id: ida } }],
    [
      'a screen and an id in the query',
      '/index.php?module=Contacts&record=7f',
      { path: '/index.php', query: { module: 'Contacts', record: ida } },
    ],
    [
      'an id in the hash',
      '/#crm/model/party.party/204;name=x',
      { path: '/', hash: `/crm/model/party.party/${ida}` },
    ],
    [
      'an id among the parameters of the hash',
      '/web#id=7&model=res.partner&action=9&view_type=form',
      { path: '/web', hashQuery: { id: ida, model: 'res.partner', view_type: 'form' } },
    ],
    ['an id behind a route', '/#/records?id=7', { path: '/', hash: '/records', hashQuery: { id: ida } }],
    ['a version that is no id', '/v2/records/7', { path: `/v2/records/${ida}` }],
    ['an anchor that is no route', '/customers/7#notes', { path: `/customers/${ida}` }],
  ])('one address is guessed by its looks: %s', (_, path, wanted) => {
    expect(pattern(path)).toEqual(wanted);
  });

  it.each([
    ['ids', '/customers/7', '/customers/8', { path: `/customers/${ida}` }],
    [
      'ids in the hash',
      '/web#id=7&model=res.partner',
      '/web#model=res.partner&id=8',
      { path: '/web', hashQuery: { id: ida, model: 'res.partner' } },
    ],
    ['names in the last place', '/customers/vera-lind', '/customers/bo-ek', { path: `/customers/${ida}` }],
    ['names in the hash', '/#/people/vera', '/#/people/bo', { path: '/', hash: `/people/${ida}` }],
  ])('two addresses show what differs: %s', (_, one, other, wanted) => {
    const joined = pattern(one, other);
    expect(joined).toEqual(wanted);
    expect(joined && matchUrl(joined, url(other))).not.toBeNull();
  });

  it.each([
    ['another screen', '/Ticket/Display.html?id=7', '/User/Summary.html?id=7'],
    ['another kind of record', '/tickets/7', '/users/8'],
    ['another model in the hash', '/web#id=7&model=res.partner', '/web#id=7&model=hr.employee'],
    ['another module', '/i.php?module=Contacts&record=7', '/i.php?module=Cases&record=8'],
    ['a deeper page', '/customers/7', '/customers/7/orders'],
    ['a route and none', '/app#/customers/7', '/app'],
  ])('are two kinds: %s', (_, one, other) => expect(pattern(one, other)).toBeNull());

  it('name nothing that the page doesn’t confirm', () => {
    expect(patternOf(kindOfUrl(url('/customers/7')), new Set())).toEqual({ path: '/customers/*' });
  });
});
