import type { CrmAdapter, ElementField, Field, Locator } from '@/lib/protocol/crm-adapter';

const seen = '2026-11-22';
const at = (css: string, labelled?: string[]): Locator[] => [{ css, seen, ...(labelled && { labelled }) }];

const number = { system: 'demo', recordType: 'customer' };

/** The header that every page about one customer has. */
const header: Field[] = [
  { part: 'number', as: number },
  { at: at('h1.customer-name'), take: { from: 'text' }, as: 'name' },
  { at: at('dl.facts dt', ['E-mail']), take: { from: 'mailto' }, as: 'email' },
  { at: at('dl.facts dt', ['Phone']), take: { from: 'tel' }, as: 'phone' },
];

const numberOnPage = {
  part: 'number',
  at: at('main dl.facts dt', ['Customer no.']),
  take: { from: 'text' },
} as const;

const customerLink = at('a.customer-link');

/** Rows with a link that is the customer's name, and an address; the phone would tell no more. */
const customerRows = (css: string) => ({
  each: at(css),
  fields: [
    {
      at: customerLink,
      take: { from: 'link', to: { path: '/customers/:number' }, part: 'number' },
      as: number,
    },
    { at: at('.email'), take: { from: 'text' }, as: 'email' },
  ] satisfies ElementField[],
  anchor: customerLink,
});

/** The CRM that comes with Heed (`demo/crm`): a single-page application, wherever it is served. */
export const demo = {
  id: 'demo',
  label: 'Demo CRM',
  version: 1,
  evidence: { kind: 'live', of: 'the demo CRM that comes with Heed', on: seen },
  site: { hosts: [], signature: 'head > meta[name="application-name"][content="Demo CRM"]' },
  ignore: ['header.top', 'footer', '.cc', '.thread', 'table.list'],
  agent: [{ at: at('header .agent'), take: { from: 'mailto' }, as: 'email' }],
  nobody: [],
  pages: [
    {
      kind: 'customer',
      url: { path: '/customers/:number' },
      anchor: at('main[data-view="customer"] h1.customer-name'),
      ready: 'main[data-view="customer"]',
      confirm: [numberOnPage],
      people: { each: at('main[data-view="customer"] .record-header'), fields: header },
    },
    {
      kind: 'orders',
      url: { path: '/customers/:number/orders' },
      anchor: at('main[data-view="orders"] h1.customer-name'),
      ready: 'main[data-view="orders"]',
      confirm: [numberOnPage],
      people: { each: at('main[data-view="orders"] .record-header'), fields: header },
    },
    {
      kind: 'ticket',
      url: { path: '/tickets/:ticket' },
      anchor: at('main[data-view="ticket"] .requester a.customer-link'),
      noteField: at('main[data-view="ticket"] textarea#internal-note'),
      ready: 'main[data-view="ticket"]',
      // The ticket's number stands nowhere but in the title.
      confirm: [
        { part: 'ticket', at: at('head > title'), take: { from: 'word', after: '' }, evenHidden: true },
      ],
      people: {
        each: at('main[data-view="ticket"] .requester'),
        fields: [
          {
            at: at('a.customer-link'),
            take: { from: 'link', to: { path: '/customers/:number' }, part: 'number' },
            as: number,
          },
          { at: at('a.customer-link'), take: { from: 'text' }, as: 'name' },
          { at: at('a[href^="mailto:"]'), take: { from: 'mailto' }, as: 'email' },
        ],
      },
    },
  ],
  lists: [
    { kind: 'customers', url: { path: '/' }, ...customerRows('main[data-view="customers"] tbody tr') },
    { kind: 'tickets', url: { path: '/tickets' }, ...customerRows('main[data-view="tickets"] tbody tr') },
    { kind: 'everyone', url: { path: '/everyone' }, ...customerRows('main[data-view="everyone"] .row') },
  ],
  rings: [
    { url: { path: '/phone' }, at: at('.ringing a.caller'), take: { from: 'tel' }, as: 'phone' },
    { url: { path: '/phone' }, at: at('.ringing .account'), take: { from: 'text' }, as: 'account' },
  ],
} satisfies CrmAdapter;
