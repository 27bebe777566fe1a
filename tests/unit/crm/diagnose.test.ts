// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { diagnose, diagnoseGeneric, diagnosePage } from '@/lib/crm/doctor/diagnose';
import type { WhyNobody } from '@/lib/crm/doctor/diagnosis';
import { adapters } from '@/lib/crm/registry';
import { diagnosisSchema } from '@/lib/messaging/doctor-methods';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { sample, sampleRecord } from './sample-adapter';
import { showPage } from './show-page';

const url = new URL('https://crm.example/record/7');
const clear = `<title>Vera Lind</title><main><h1>Vera Lind</h1><dl><dt>E-mail</dt>
  <dd><a href="mailto:vera@pipe-works.example">vera@pipe-works.example</a></dd></dl></main>`;
const seen = '2026-11-22';
/** Matches nothing else than the selector does. */
const long = (css: string) => `${css}:not(${Array.from({ length: 80 }, (_, i) => `.never-${i}`).join(', ')})`;

/** The sample CRM, read by selectors as long as a CRM's own names make them. */
const longWinded = (): CrmAdapter => ({
  ...sample,
  pages: sample.pages.map((page) =>
    'people' in page
      ? {
          ...page,
          people: {
            each: [{ css: long('.who'), seen }],
            fields: [
              { at: [{ css: `:scope ${long('.mail')}`, seen }], take: { from: 'text' }, as: 'email' },
              { at: [{ css: long('.tel'), seen }], take: { from: 'text' }, as: 'phone' },
            ],
          },
        }
      : page,
  ),
});

afterEach(() => showPage(''));

describe('what Heed makes of a page', () => {
  it.each([
    ['selectors are long', sampleRecord('7', '<b class="mail">vera@x.example</b>'), 'customer'],
    ['the page says at length another number', sampleRecord('8'.repeat(2000), ''), 'not-ready'],
  ])('can be told where %s', (_, html, outcome) => {
    showPage(html);
    const told = diagnose(url, document, [longWinded()]);
    expect(told).toMatchObject({ outcome });
    expect(told.missed.length).toBeGreaterThan(0);
    expect(diagnosisSchema.safeParse(JSON.parse(JSON.stringify(told))).error).toBeUndefined();
  });

  it('comes with who read it and how far that may be believed', () => {
    showPage(sampleRecord('7', '<b class="mail">vera@x.example</b>'));
    expect(diagnose(url, document, [sample]).reading).toEqual({ adapter: 'sample', trust: 'proven' });
    showPage(clear);
    const likely = { adapter: 'generic', trust: 'likely' };
    expect(diagnoseGeneric(url, document).reading).toEqual(likely);
    const ticket = new URL('https://acme.zendesk.com/agent/tickets/40217');
    expect(diagnose(ticket, document, adapters)).toMatchObject({ adapter: 'zendesk', reading: likely });
    showPage('<p>Nobody</p>');
    expect(diagnoseGeneric(url, document).reading).toBeNull();
  });

  it('names each of several people', () => {
    const who = (name: string) =>
      `<b class="name">${name}</b><i class="mail">${name.toLowerCase()}@x.example</i>`;
    showPage(sampleRecord('7', who('Ann')).replace('</main>', `<div class="who">${who('Bo')}</div></main>`));
    expect(diagnose(url, document, [sample]).candidates.map(({ name }) => name)).toEqual(['Ann', 'Bo']);
  });

  it('is nobody where a site was taught and the page may mean one of several, as the page itself shows', () => {
    const taught: CrmAdapter = { ...sample, evidence: { kind: 'taught', on: seen } };
    const elsewhere = new URL('https://crm.example/orders/12');
    const each = (name: string) => `<p><b>Name</b> ${name}</p><p>E-mail: ${name.toLowerCase()}@x.example</p>`;
    showPage(`<main>${each('Ann')}${each('Bo')}</main>`);
    expect(diagnoseGeneric(elsewhere, document).outcome).toBe('choose');
    expect(diagnosePage(elsewhere, document, [taught])).toMatchObject({ outcome: 'nobody', why: 'unclear' });
    expect(diagnosePage(elsewhere, document, []).outcome).toBe('choose');
  });

  const person = (name: string) => `<tr><td>${name}</td><td>${name.toLowerCase()}@x.example</td></tr>`;
  const table = `<table><tr><th>Name</th><th>E-mail</th></tr>${['Ann', 'Bo', 'Cy', 'Di'].map(person).join('')}</table>`;

  it.each<[string, string, string, WhyNobody]>([
    ['nothing says who', '/record/7', '<main id="record"><p id="no">7</p></main>', 'names-nobody'],
    ['the page isn’t there yet', '/record/7', '<p>Loading</p>', 'rendering'],
    ['it shows another record', '/record/7', sampleRecord('8', ''), 'other-record'],
    ['the adapter knows no such page', '/reports/7', clear, 'no-page'],
    ['the adapter knows that nobody is open', '/record/new', clear, 'set-aside'],
    ['the adapter knows a list there', '/customers', table, 'list'],
  ])('comes with why nobody is shown by an adapter: %s', (_, path, html, why) => {
    showPage(html);
    const lists = [{ kind: 'list', url: { path: '/customers' }, each: [], fields: [], anchor: [] }];
    expect(diagnose(new URL(path, url), document, [{ ...sample, lists }]).why).toBe(why);
  });

  it.each<[string, string, string, WhyNobody | null]>([
    ['a list', '/customers', `<main><h1>Customers</h1>${table}</main>`, 'list'],
    ['a page about nobody', '/article/7', '<main><h1>Opening hours</h1></main>', 'names-nobody'],
    ['settings', '/settings/mail', clear, 'own-page'],
    ['somebody', '/record/7', clear, null],
  ])('comes with why nobody is shown without an adapter: %s', (_, path, html, why) => {
    showPage(html);
    expect(diagnoseGeneric(new URL(path, url), document).why).toBe(why);
  });

  it('is a case without its customer, where nothing else says who', () => {
    showPage('<main><h1>Printer on fire</h1></main>');
    const ticket = new URL('https://acme.zendesk.com/agent/tickets/40217');
    const told = diagnose(ticket, document, adapters);
    expect(told).toMatchObject({ outcome: 'nobody', adapter: 'zendesk', why: 'case' });
    expect(diagnosisSchema.safeParse(JSON.parse(JSON.stringify(told))).error).toBeUndefined();
  });
});
