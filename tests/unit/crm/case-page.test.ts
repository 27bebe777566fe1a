// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { onCasePage } from '@/lib/crm/case-page';
import { detect, type OpenCase } from '@/lib/crm/detect';
import { diagnose } from '@/lib/crm/doctor/diagnose';
import { detectGeneric } from '@/lib/crm/generic/detect-generic';
import { idKinds } from '@/lib/crm/id-kinds';
import { adapters } from '@/lib/crm/registry';
import { caseRecords, isCaseRecord } from '@/lib/protocol/case-records';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { fixtureUrl, showPage } from './show-page';

const url = new URL('https://acme.zendesk.com/agent/tickets/40217');
const clear = `<title>Vera Lind</title><main><h1>Vera Lind</h1><dl>
  <dt>Customer no.</dt><dd>C-00202</dd><dt>E-mail</dt>
  <dd><a href="mailto:vera@pipe-works.example">vera@pipe-works.example</a></dd></dl></main>`;

/** As the extension reads a page: by its adapters, and where they leave open who it is, as an unknown one. */
function read(at: URL) {
  const found = detect(at, document, adapters);
  return found.state === 'case' ? onCasePage(detectGeneric(at, document, true), found.open) : found;
}

afterEach(() => showPage(''));

describe('a case’s page', () => {
  const ids = ['chatwoot', 'front', 'gorgias', 'help-scout', 'servicenow', 'zammad', 'zendesk', 'zoho-desk'];

  it.each(ids)('of %s leaves who it is about to a person, and the case’s number to nobody', (id) => {
    const html = readFileSync(join('tests', 'fixtures', 'crm', id, 'record.html'), 'utf8');
    showPage(html);
    const found = read(fixtureUrl(html));
    expect(found).toMatchObject({ state: 'customer', identity: { adapter: 'generic', trust: 'doubtful' } });
    const kinds = found.state === 'customer' ? found.identity.people.flat().map(({ kind }) => kind) : [];
    expect(kinds).not.toContain('externalId');
    expect(diagnose(fixtureUrl(html), document, adapters)).toMatchObject({ outcome: 'choose', adapter: id });
  });

  it('whose customer is clear shows them, to be confirmed', () => {
    showPage(clear);
    expect(read(url)).toMatchObject({
      state: 'customer',
      identity: { pageKind: 'ticket', trust: 'likely', name: 'Vera Lind' },
    });
    const { outcome, identifiers } = diagnose(url, document, adapters);
    expect(outcome).toBe('customer');
    expect(Math.max(...identifiers.map(({ confidence }) => confidence))).toBeLessThanOrEqual(0.8);
  });

  it('that shows its own number like a customer’s is doubtful, and the number is left out', () => {
    showPage(clear.replace('C-00202', '40217'));
    expect(read(url)).toMatchObject({
      identity: { trust: 'doubtful', people: [[{ kind: 'email', value: 'vera@pipe-works.example' }]] },
    });
    expect(diagnose(url, document, adapters)).toMatchObject({
      outcome: 'choose',
      candidates: [{ identifiers: [{ kind: 'email' }] }],
    });
  });

  it('that names nobody but the case is nobody’s', () => {
    const open: OpenCase = { adapter: 'zendesk', pageKind: 'ticket', parts: ['40217'] };
    const people = [[{ kind: 'externalId', system: 'crm', recordType: 'customer', value: '40217' } as const]];
    const identity = { key: '', adapter: 'generic', pageKind: 'record', trust: 'likely', name: '', people };
    const found = { state: 'customer', identity, witnesses: [], roots: [], anchor: null } as const;
    expect(onCasePage({ ...found, identity: { ...identity, trust: 'likely' } }, open).state).toBe('nobody');
  });

  it('is never believed as an adapter is that was seen to be right', () => {
    showPage(clear);
    const found = detectGeneric(url, document);
    if (found.state !== 'customer') throw new Error('nobody is clear on it');
    const proven = { ...found, identity: { ...found.identity, trust: 'proven' as const } };
    const open: OpenCase = { adapter: 'zendesk', pageKind: 'ticket', parts: [] };
    expect(onCasePage(proven, open)).toMatchObject({ identity: { trust: 'likely' } });
  });
});

describe('the number of a case', () => {
  const stated = adapters.flatMap(({ pages }) =>
    pages.flatMap((page) => ('caseOf' in page ? page.caseOf : [])),
  );

  it('is of a kind that the store knows for every adapter, and of none besides', () => {
    const spelled = stated.map(({ system, recordType }) => `${system}:${recordType}`);
    const known = Object.entries(caseRecords).flatMap(([system, types]) =>
      types.map((t) => `${system}:${t}`),
    );
    expect(new Set(spelled)).toEqual(new Set(known));
    expect(isCaseRecord({ system: 'Zendesk', recordType: 'Ticket' })).toBe(true);
    expect(isCaseRecord({ system: 'zendesk', recordType: 'user' })).toBe(false);
  });

  it('is in no adapter a customer’s', () => {
    expect(idKinds(adapters).filter(isCaseRecord)).toEqual([]);
  });

  it('can’t be made a customer’s by an adapter from outside', () => {
    const [documented] = adapters.filter(({ id }) => id === 'zendesk') as [CrmAdapter];
    const pageOf = (recordType: string) => ({
      kind: 'record',
      url: { path: '/x/:id' },
      fromAddress: [{ part: 'id', as: { system: 'zendesk', recordType } }],
    });
    const withPages = (pages: CrmAdapter['pages']) =>
      adapterSchema.safeParse({ ...documented, pages }).success;
    expect(withPages([pageOf('user')])).toBe(true);
    expect(withPages([pageOf('ticket')])).toBe(false);
    const chat = { system: 'zendesk', recordType: 'chat' };
    const chats = { kind: 'chat', url: { path: '/chat/:id' }, caseOf: chat };
    expect(withPages([pageOf('chat')])).toBe(true);
    expect(withPages([pageOf('chat'), chats])).toBe(false);
  });
});
