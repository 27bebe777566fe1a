import type { CrmAdapter, ElementField, Locator, RenderedPage } from '@/lib/protocol/crm-adapter';

// Seen on Request Tracker 5.0.3 as Debian ships it.
const seen = '2026-11-22';
const at = (...css: string[]): Locator[] => css.map((one) => ({ css: one, seen }));

const user = { system: 'rt', recordType: 'user' };

const summaryPage = { path: '/**/User/Summary.html', query: { id: ':user' } };

const userLink = at('td > a[href*="User/Summary.html"]');

/** A person in a ticket: `<span class="user" data-user-id="27">Marta Kowalczyk &lt;marta@acme.example&gt;</span>`. */
const watcher: ElementField[] = [
  { at: at(':scope'), take: { from: 'attribute', name: 'data-user-id' }, as: user },
  { at: at(':scope'), take: { from: 'text' }, as: 'nameAndAddress' },
];

/** "#1: Boiler part 4711 arrived broken", "Modify people related to ticket #1: ..." */
const ticketInHeading = {
  part: 'ticket',
  at: at('#header h1'),
  take: { from: 'word', after: '#' },
} as const;

/** The page's own menu; in a narrow window its entries are folded away under "More". */
const userInMenu = {
  part: 'user',
  at: at('#page-summary', '#page-display'),
  take: { from: 'link', to: summaryPage, part: 'user' },
  evenHidden: true,
} as const;

const shownField = (name: string) => at(`.user-summary-extra-field.${name} .current-value`);
/** The attribute is the stored value; what is being typed is not the customer yet. */
const stored = { from: 'attribute', name: 'value' } as const;

/** A form that lists the people of a ticket, one checkbox each. */
const peoplePage = (name: string): RenderedPage => ({
  kind: 'ticket-people',
  url: { path: `/**/Ticket/${name}.html`, query: { id: ':ticket' } },
  ready: `body#comp-Ticket-${name} #header h1`,
  confirm: [ticketInHeading],
  people: {
    each: at('label[for^="Ticket-DeleteWatcher-Type-Requestor-"] .user[data-user-id]'),
    fields: watcher,
  },
});

/** Request Tracker, self-hosted under any host and folder. */
export const requestTracker = {
  id: 'rt',
  label: 'Request Tracker',
  version: 1,
  evidence: { kind: 'live', of: 'Request Tracker 5.0.3 as Debian ships it', on: seen },
  site: { hosts: [], signature: 'body[id^="comp-"] #rt-header-container #quickbar' },
  ignore: ['.ticket-list', '.history-container', '.cc', '.admincc', '.owner'],
  agent: [{ at: at('#preferences'), take: { from: 'link', to: summaryPage, part: 'user' }, as: user }],
  nobody: [],
  pages: [
    {
      kind: 'ticket',
      url: { path: '/**/Ticket/Display.html', query: { id: ':ticket' } },
      anchor: at('.form-row.requestors .user[data-user-id] > a'),
      ready: 'body#comp-Ticket-Display .requestors, body#comp-Ticket-Display .ticket-info-requestor',
      confirm: [ticketInHeading],
      people: {
        // The second where the agent has folded the people away or is editing them.
        each: at(
          '.form-row.requestors .user[data-user-id]',
          '.ticket-info-requestor .user-summary .user[data-user-id]',
        ),
        fields: watcher,
      },
    },
    peoplePage('ModifyPeople'),
    peoplePage('ModifyAll'),
    {
      kind: 'user',
      url: summaryPage,
      anchor: shownField('RealName'),
      ready: 'body#comp-User-Summary .user-summary-extra',
      confirm: [userInMenu],
      people: {
        each: at('.user-summary-extra'),
        fields: [
          { part: 'user', as: user },
          { at: shownField('RealName'), take: { from: 'text' }, as: 'name' },
          { at: shownField('EmailAddress'), take: { from: 'text' }, as: 'email' },
          { at: shownField('WorkPhone'), take: { from: 'text' }, as: 'phone' },
          { at: shownField('HomePhone'), take: { from: 'text' }, as: 'phone' },
          { at: shownField('MobilePhone'), take: { from: 'text' }, as: 'phone' },
        ],
      },
    },
    {
      kind: 'user-admin',
      url: { path: '/**/Admin/Users/Modify.html', query: { id: ':user' } },
      ready: 'body#comp-Admin-Users-Modify form[name="UserModify"]',
      confirm: [userInMenu],
      people: {
        each: at('form[name="UserModify"]'),
        fields: [
          { part: 'user', as: user },
          { at: at('input[name="RealName"]'), take: stored, as: 'name' },
          { at: at('input[name="EmailAddress"]'), take: stored, as: 'email' },
          { at: at('input[name="WorkPhone"]'), take: stored, as: 'phone' },
          { at: at('input[name="HomePhone"]'), take: stored, as: 'phone' },
          { at: at('input[name="MobilePhone"]'), take: stored, as: 'phone' },
        ],
      },
    },
  ],
  lists: [
    {
      kind: 'tickets',
      url: { path: '/**/Search/Results.html' },
      // Requestors stand in small print under each ticket; its owner, an agent, doesn't.
      each: at('.ticket-list .list-item small .user[data-user-id]'),
      fields: watcher,
      anchor: at(':scope > a'),
    },
    {
      kind: 'users',
      url: { path: '/**/User/Search.html' },
      each: at('body#comp-User-Search .collection .list-item'),
      fields: [
        { at: userLink, take: { from: 'link', to: summaryPage, part: 'user' }, as: user },
        { at: at('td:nth-child(4)'), take: { from: 'text' }, as: 'email' },
      ],
      anchor: at('td:nth-child(2) > a'),
    },
  ],
} satisfies CrmAdapter;
