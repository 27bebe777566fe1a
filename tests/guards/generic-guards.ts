import type { Guard } from './guard';

const fixtures = { project: 'unit', tests: ['tests/unit/crm/generic-fixtures.test.ts'] } as const;

/** Never the wrong customer, on a page that no adapter knows. */
export const genericGuards: readonly Guard[] = [
  {
    guard: 'where two may be meant, a person says who it is',
    file: 'lib/crm/generic/read-generic.ts',
    find: 'others.length === 0 && ',
    replace: '',
    ...fixtures,
  },
  {
    guard: 'the agent’s colleague is never the customer for sure',
    file: 'lib/crm/generic/read-generic.ts',
    find: ' && !best.inDoubt',
    replace: '',
    ...fixtures,
  },
  {
    guard: 'a page that still shows another record than its address is doubtful',
    file: 'lib/crm/generic/weigh.ts',
    find: 'isAnotherRecord(somebody, page) || ',
    replace: '',
    ...fixtures,
  },
  {
    guard: 'a mere mention makes nobody the customer for sure',
    file: 'lib/crm/generic/weigh.ts',
    find: 'export const ENOUGH = 5;',
    replace: 'export const ENOUGH = 2;',
    ...fixtures,
  },
  {
    guard: 'Cc, owner and agent are somebody else',
    file: 'lib/crm/generic/gather-people.ts',
    find: "label?.kind !== 'other' && ",
    replace: '',
    ...fixtures,
  },
  {
    guard: 'rows of a list are nobody',
    file: 'lib/crm/generic/gather-people.ts',
    find: '!listed.has(m) && mayBeCustomer',
    replace: 'mayBeCustomer',
    ...fixtures,
  },
  {
    guard: 'a table with one row is a list too',
    file: 'lib/crm/generic/gather-people.ts',
    find: ' && !inGridCell(mention, page)',
    replace: '',
    ...fixtures,
  },
  {
    guard: 'the agent’s own address is not the customer’s',
    file: 'lib/crm/generic/gather-people.ts',
    find: " || (kind === 'email' && agent.emails.has(value.toLowerCase()))",
    replace: '',
    ...fixtures,
  },
  {
    guard: 'a start page or a dashboard is nobody',
    file: 'lib/crm/generic/read-generic.ts',
    find: 'address.nobody || ',
    replace: '',
    ...fixtures,
  },
  {
    guard: 'footers, signatures and quotes are not read',
    file: 'lib/crm/generic/zones.ts',
    find: "if (!isField && SKIPPED.test(words)) return 'skipped';",
    replace: '',
    ...fixtures,
  },
  {
    guard: 'what somebody wrote in a message proves nothing',
    file: 'lib/crm/generic/weigh.ts',
    find: 'const own = somebody.mentions.filter(inRecord);',
    replace: 'const own = somebody.mentions;',
    ...fixtures,
  },
  {
    guard: 'a customer who writes that they are logged in is not the agent',
    file: 'lib/crm/generic/find-agent.ts',
    find: "zone === 'agent' ? SIGNED_IN.exec(text) : null",
    replace: 'SIGNED_IN.exec(text)',
    ...fixtures,
  },
  {
    guard: 'a ticket’s subject labels nobody as the customer',
    file: 'lib/crm/generic/find-label.ts',
    find: 'item.heading ? null : splitInline(item.text)',
    replace: 'splitInline(item.text)',
    ...fixtures,
  },
  {
    guard: 'where the agent is called the customer too, a person is asked',
    file: 'lib/crm/generic/read-generic.ts',
    find: ' && !isContested(agent, mentions)',
    replace: '',
    ...fixtures,
  },
];
