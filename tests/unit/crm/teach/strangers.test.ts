// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { adapterOf } from '@/lib/crm/teach/adapter-of';
import { learnAnswer } from '@/lib/crm/teach/learn-answer';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { learnAll } from './learn-all';

const seen = '2026-11-27';
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const urlOf = (id: string) => new URL(`https://desk.example/tickets/${id}`);
const mailOf = (id: string) => `customer${id}@x.example`;
const victim = 'victim@y.example';
const link = (mail: string) => `<a href="mailto:${mail}">${mail}</a>`;

/** How a ticket shows who asked; the pointed-at element has the attribute `here`. */
const layouts: Record<string, (mail: string) => string> = {
  'a block with a name': (mail) =>
    `<aside class="requester"><h2>Customer</h2><dl><dt>E-mail</dt><dd here>${mail}</dd></dl></aside>`,
  'a list without any name': (mail) => `<dl><dt>E-mail</dt><dd here>${mail}</dd></dl>`,
  'a labelled link': (mail) => `<dl><dt>E-mail</dt><dd><a here href="mailto:${mail}">${mail}</a></dd></dl>`,
  'a link alone': (mail) => `<div><p><a here href="mailto:${mail}">${mail}</a></p></div>`,
  'a link in a card': (mail) =>
    `<div class="customer-card"><p><a here href="mailto:${mail}">${mail}</a></p></div>`,
  'an address with a link beside it': (mail) =>
    `<table><tr><th>E-mail</th><td here>${mail}</td><td>${link(mail)}</td></tr></table>`,
  'a row of spans': (mail) => `<div><span>E-mail</span><span here>${mail}</span></div>`,
};

const own = `<dl><dt>E-mail</dt><dd>${victim}</dd></dl>`;
const spans = `<div><span>E-mail</span><span>${victim}</span></div>`;

/** What stands on a ticket besides, or alone: somebody's words. */
const messages: Record<string, string> = {
  'a link in a sentence': `<div><p>Please write to ${link(victim)} instead.</p></div>`,
  'a link in a message': `<div class="message-body"><p>${link(victim)}</p></div>`,
  'a link in a quote': `<blockquote><p>${link(victim)}</p></blockquote>`,
  'the CRM’s own label in a comment': `<article class="Comment">${own}</article>`,
  'the CRM’s own label, quoted': `<div><blockquote>${own}</blockquote></div>`,
  'the CRM’s own label in a log': `<section role="log"><div>${own}</div></section>`,
  'spans in a thread': `<div id="ticket-thread">${spans}</div>`,
  'a table in a reply': `<div class="reply"><table><tr><th>E-mail</th><td>${victim}</td></tr></table></div>`,
  'links beside it in a history': `<div class="ticket_history"><p>${link(victim)}</p>${own}</div>`,
};

const ticket = (id: string, customer: string, more: string) =>
  parse(
    `<title>Ticket #${id}</title><body><nav>Home</nav><main id="content"><h1>Ticket #${id}</h1>${customer}<section>${more}</section></main></body>`,
  );

const ids = ['71', '82', '93'];

function taught(layout: (mail: string) => string): CrmAdapter {
  const examples = ids.map((id) => {
    const document = ticket(id, layout(mailOf(id)), '<p>It does not work.</p>');
    const element = document.querySelector('[here]') ?? document.body;
    element.removeAttribute('here');
    return { url: urlOf(id), document, picks: [{ element, as: 'email' as const }], complete: false };
  });
  const lesson = learnAll(examples, seen);
  if ('problem' in lesson) throw new Error(lesson.problem);
  return adapterSchema.parse(adapterOf(lesson, 'desk.example', seen));
}

function learned(layout: (mail: string) => string): CrmAdapter | null {
  let [memory, adapter]: [string | null, CrmAdapter | null] = [null, null];
  for (const id of ids) {
    const page = { url: urlOf(id), document: ticket(id, layout(mailOf(id)), '<p>It does not work.</p>') };
    const told = learnAnswer({ memory, customer: [{ kind: 'email', value: mailOf(id) }] }, page, seen);
    memory = told?.memory ?? memory;
    adapter = told?.adapter ?? adapter;
  }
  return adapter && adapterSchema.parse(adapter);
}

function read(adapter: CrmAdapter | null, document: Document) {
  const found = detect(urlOf('104'), document, adapter ? [adapter] : []);
  return found.state === 'customer' ? found.identity.people.flat().map(({ value }) => value) : found.state;
}

describe.each(Object.entries(layouts))('a ticket that shows its customer in %s', (_, layout) => {
  describe.each([
    ['taught', taught],
    ['learned', learned],
  ] as const)('and was %s', (how, teach) => {
    const adapter = teach(layout);

    it('is read where its own row stands, whatever was said', () => {
      // Of a place without any name a person must be sure: answers teach none.
      const known = adapter ? [mailOf('104')] : 'not-a-crm';
      if (how === 'taught') expect(adapter).not.toBeNull();
      const row = layout(mailOf('104')).replace(' here', '');
      for (const said of ['', ...Object.values(messages)])
        expect(read(adapter, ticket('104', row, said)), said).toEqual(known);
    });

    it.each(Object.entries(messages))('is nobody’s where the row is missing and there is %s', (__, said) => {
      expect(read(adapter, ticket('104', '', said))).toMatch(/^(?:nobody|not-ready|not-a-crm)$/);
    });
  });
});

it('is learned of answers wherever a name or a label tells', () => {
  const without = Object.entries(layouts).filter(([, layout]) => learned(layout) === null);
  expect(without.map(([name]) => name)).toEqual(['a link alone']);
});

it('reads on where the customer themselves was pointed at among messages, and nowhere else among them', () => {
  const layout = (mail: string) => `<div class="Comment"><dl><dt>E-mail</dt><dd here>${mail}</dd></dl></div>`;
  const adapter = taught(layout);
  expect(read(adapter, ticket('104', layout(mailOf('104')), ''))).toEqual([mailOf('104')]);
  expect(read(adapter, ticket('104', '', `<div class="thread">${own}</div>`))).toBe('nobody');
});

it.each([
  ['a block with a name', own],
  ['a link in a card', `<p>${link(victim)}</p>`],
])('reads only %s, where that is missing, of what nobody could tell from a message', (name, said) => {
  const layout = layouts[name] ?? String;
  const unnamed = `<div><div>${said}</div></div>`;
  for (const adapter of [taught(layout), learned(layout)]) {
    expect(read(adapter, ticket('104', '', unnamed))).toMatch(/^(?:nobody|not-ready)$/);
    expect(read(adapter, ticket('104', layout(mailOf('104')), unnamed))).toEqual([mailOf('104')]);
  }
});
