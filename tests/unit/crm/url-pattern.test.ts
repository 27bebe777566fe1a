import { describe, expect, it } from 'vitest';
import { matchUrl } from '@/lib/crm/url-pattern';
import type { UrlPattern } from '@/lib/protocol/crm-adapter';

const customer: UrlPattern = { path: '/customers/:number' };
const ticket: UrlPattern = { path: '/**/Ticket/Display.html', query: { id: ':ticket' } };

const party: UrlPattern = { path: '/', hash: '/:database/model/party.party/:party' };

const form: UrlPattern = { path: '/web', hashQuery: { id: ':id{digits}', model: 'res.partner' } };
const framed: UrlPattern = {
  path: '/nav.do',
  query: { uri: ':target' },
  inner: { target: { path: '/case.do', query: { sys_id: ':id{hex4}' } } },
};
const framedByPath: UrlPattern = {
  path: '/classic/:target',
  inner: { target: { path: '/case.do', query: { sys_id: ':id' } } },
};
const guid = '91330924-802a-4b0d-a900-34fd9d790829';

type Case = [says: string, pattern: UrlPattern, path: string, parts: Record<string, string> | null];

const cases: Case[] = [
  ['names a segment', customer, '/customers/C-1', { number: 'C-1' }],
  ['takes a closing slash', customer, '/customers/C-1/', { number: 'C-1' }],
  ['ignores the hash and parameters it does not know', customer, '/customers/C-1?tab=2#x', { number: 'C-1' }],
  ['decodes a segment', customer, '/customers/a%20b%2Fc', { number: 'a b/c' }],
  ['refuses a segment that can’t be decoded', customer, '/customers/%E0%A4%A', null],
  ['takes any one segment, and names nothing', { path: '/c/*' }, '/c/vera', {}],
  ['takes no segment for none', { path: '/c/*' }, '/c', null],
  ['takes any one segment in the hash', { path: '/', hash: '/c/*' }, '/#c/7;a=b', {}],
  ['takes any value of a parameter, and asks for one', { path: '/c', query: { id: '*' } }, '/c?id=7', {}],
  ['takes no empty parameter for any', { path: '/c', query: { id: '*' } }, '/c?id=', null],
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
  ['reads parameters in the hash', form, '/web?debug=1#id=7&cids=1&model=res.partner', { id: '7' }],
  ['refuses other parameters in the hash', form, '/web#id=7&model=sale.order', null],
  ['refuses the same parameter twice in the hash', form, '/web#id=7&id=8&model=res.partner', null],
  ['does not take the query for the hash', form, '/web?id=7&model=res.partner', null],
  [
    'reads the parameters of a hash route',
    { path: '/', hash: '/view', hashQuery: { id: ':id' } },
    '/#/view?id=7',
    { id: '7' },
  ],
  [
    'reads an address in a parameter',
    framed,
    '/nav.do?uri=case.do?sys_id=00af',
    { target: 'case.do?sys_id=00af', id: '00af' },
  ],
  [
    'reads an encoded address in a parameter',
    framed,
    '/nav.do?uri=%2Fcase.do%3Fsys_id%3D00af%26view%3Dx',
    { target: '/case.do?sys_id=00af&view=x', id: '00af' },
  ],
  [
    'reads an address in a segment',
    framedByPath,
    '/classic/case.do%3Fsys_id%3D7',
    { target: 'case.do?sys_id=7', id: '7' },
  ],
  ['refuses another address in a parameter', framed, '/nav.do?uri=case_list.do?sys_id=00af', null],
  [
    'refuses an inner address of another origin',
    framed,
    '/nav.do?uri=//evil.example/case.do?sys_id=00af',
    null,
  ],
  ['refuses an inner address that is none', framed, '/nav.do?uri=http://', null],
  ['refuses an inner part that looks otherwise', framed, '/nav.do?uri=case.do?sys_id=-1', null],
];

/** What a named part says it looks like, and texts that are so or not. */
const shapes: [shape: string, text: string, value: string | null][] = [
  ['digits', '40217', '40217'],
  ['digits', 'new', null],
  ['digits', '7a', null],
  ['digits', '-1', null],
  ['digits4', '0042', '0042'],
  ['digits4', '42', null],
  ['hex', '00aF', '00aF'],
  ['hex', 'list', null],
  ['alnum', '00Q5g', '00Q5g'],
  ['alnum', 'a-b', null],
  ['alnum15,18', '003000000000001', '003000000000001'],
  ['alnum15,18', '003000000000001AAA', '003000000000001AAA'],
  ['alnum15,18', '0030000000000001', null],
  ['003+alnum2', '003ab', '003ab'],
  ['003+alnum2', '001ab', null],
  ['003+alnum2', 'ab', null],
  ['cnv_+alnum', 'cnv_1a', 'cnv_1a'],
  ['cnv_+alnum', 'cnv_', null],
  ['uuid', guid, guid],
  ['uuid', `{${guid.toUpperCase()}}`, guid],
  ['uuid', guid.slice(1), null],
  ['words', 'anything', null],
];

describe('a named part that says what it looks like', () => {
  it.each(shapes)('{%s} of %s is %s', (shape, text, value) => {
    const url = new URL(`/x/${encodeURIComponent(text)}`, 'https://crm.example');
    expect(matchUrl({ path: `/x/:id{${shape}}` }, url)?.get('id') ?? null).toBe(value);
  });
});

describe('an address pattern', () => {
  it.each(cases)('%s', (_, pattern, path, parts) => {
    const found = matchUrl(pattern, new URL(path, 'https://crm.example'));
    expect(found && Object.fromEntries(found)).toEqual(parts);
  });
});
