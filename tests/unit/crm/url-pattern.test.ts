import { describe, expect, it } from 'vitest';
import { matchUrl } from '@/lib/crm/url-pattern';
import type { UrlPattern } from '@/lib/protocol/crm-adapter';

const customer: UrlPattern = { path: '/customers/:number' };
const ticket: UrlPattern = { path: '/**/Ticket/Display.html', query: { id: ':ticket' } };

const party: UrlPattern = { path: '/', hash: '/:database/model/party.party/:party' };

type Case = [says: string, pattern: UrlPattern, path: string, parts: Record<string, string> | null];

const cases: Case[] = [
  ['names a segment', customer, '/customers/C-1', { number: 'C-1' }],
  ['takes a closing slash', customer, '/customers/C-1/', { number: 'C-1' }],
  ['ignores the hash and parameters it does not know', customer, '/customers/C-1?tab=2#x', { number: 'C-1' }],
  ['decodes a segment', customer, '/customers/a%20b%2Fc', { number: 'a b/c' }],
  ['refuses a segment that can’t be decoded', customer, '/customers/%E0%A4%A', null],
  ['refuses a longer path', customer, '/customers/C-1/orders', null],
  ['refuses a shorter path', customer, '/customers', null],
  ['refuses an empty part', customer, '/customers//', null],
  ['compares literals exactly', customer, '/Customers/C-1', null],
  ['takes no folder in front', ticket, '/Ticket/Display.html?id=7', { ticket: '7' }],
  ['takes any folders in front', ticket, '/a/b/Ticket/Display.html?id=7', { ticket: '7' }],
  ['needs its parameter', ticket, '/Ticket/Display.html', null],
  ['needs a value in its parameter', ticket, '/Ticket/Display.html?id=', null],
  ['refuses the same parameter twice', ticket, '/Ticket/Display.html?id=7&id=8', null],
  ['refuses the path behind further segments', ticket, '/Ticket/Display.html/x?id=7', null],
  ['compares a literal parameter', { path: '/x', query: { view: 'card' } }, '/x?view=card', {}],
  ['refuses another literal', { path: '/x', query: { view: 'card' } }, '/x?view=list', null],
  ['knows the root', { path: '/' }, '/', {}],
  ['names a segment of a hash route', party, '/#crm/model/party.party/7', { database: 'crm', party: '7' }],
  [
    'leaves a hash route’s own parameters off',
    party,
    '/#crm/model/party.party/7;name=x&y/z',
    { database: 'crm', party: '7' },
  ],
  ['takes a hash bang', { path: '/', hash: '/contact/:id' }, '/#!/contact/7?a=1', { id: '7' }],
  ['refuses another hash route', party, '/#crm/model/sale.sale/7', null],
  ['needs the hash that it names', party, '/', null],
];

describe('an address pattern', () => {
  it.each(cases)('%s', (_, pattern, path, parts) => {
    const found = matchUrl(pattern, new URL(path, 'https://crm.example'));
    expect(found && Object.fromEntries(found)).toEqual(parts);
  });
});
