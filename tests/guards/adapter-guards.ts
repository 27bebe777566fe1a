import type { Guard } from './guard';

const patterns = { project: 'unit', tests: ['tests/unit/crm/url-pattern.test.ts'] } as const;
const matrix = { project: 'unit', tests: ['tests/unit/crm/url-matrix.test.ts'] } as const;

const cases = { project: 'unit', tests: ['tests/unit/crm/case-page.test.ts'] } as const;

/** Which address is whose: what is read from nothing else must not be read wrongly. */
export const adapterGuards: readonly Guard[] = [
  {
    guard: 'a part that says what it looks like takes nothing else: no list, no new record',
    file: 'lib/protocol/named-part.ts',
    find: 'return KINDS[kind]?.test(rest) ? value : null;',
    replace: 'return value;',
    ...matrix,
  },
  {
    guard: 'an id has one of the lengths that it may have',
    file: 'lib/protocol/named-part.ts',
    find: "if (lengths !== '' && !lengths.split(',').includes(String(rest.length))) return null;",
    replace: '',
    ...patterns,
  },
  {
    guard: 'an id of another kind of record is not this one’s',
    file: 'lib/protocol/named-part.ts',
    find: 'if (!value.startsWith(prefix)) return null;',
    replace: '',
    ...matrix,
  },
  {
    guard: 'an address inside an address is on the page’s own origin',
    file: 'lib/crm/url-pattern.ts',
    find: 'return url.origin === origin ? url : null;',
    replace: 'return url;',
    ...patterns,
  },
  {
    guard: 'the same parameter twice names nobody',
    file: 'lib/crm/url-pattern.ts',
    find: 'return actual !== undefined && more.length === 0 && accepts(wanted, actual, parts);',
    replace: 'return actual !== undefined && accepts(wanted, actual, parts);',
    ...patterns,
  },
  {
    guard: 'two records in one SuiteCRM address are nobody',
    file: 'lib/crm/adapters/suitecrm-7.ts',
    find: "query: { action: 'DetailView' }, hashQuery",
    replace: "query: { action: 'None' }, hashQuery",
    ...matrix,
  },
  {
    guard: 'whom a case is about is never taken without asking',
    file: 'lib/crm/case-page.ts',
    find: "isWhole && identity.trust !== 'doubtful' ? 'likely' : 'doubtful'",
    replace: 'identity.trust',
    ...cases,
  },
  {
    guard: 'the number of a case is not its customer’s',
    file: 'lib/crm/case-page.ts',
    find: "identifier.kind === 'externalId' && parts.includes(identifier.value);",
    replace: 'parts.length < 0 && identifier.value === "";',
    ...cases,
  },
  {
    guard: 'an adapter from outside can’t make a case’s number a customer’s',
    file: 'lib/protocol/crm-adapter-schema.ts',
    find: '!readsCaseAsPerson(adapter)',
    replace: 'adapter !== null',
    ...cases,
  },
  {
    guard: 'a note that names a ticket makes no customer of it',
    file: 'server/mutations/resolve-customer.ts',
    find: "identifiers.filter((id) => id.kind !== 'externalId' || !isCaseRecord(id));",
    replace: '[...identifiers];',
    project: 'server',
    tests: ['tests/server/mutations.test.ts'],
    named: 'finds whom a note is about|who is not known by the ticket',
  },
  {
    guard: 'an adapter from elsewhere is asked about, however well it says it is known',
    file: 'lib/sync/adapters/site-answers.ts',
    find: "trust === 'proven' && (await adapters.isProven(adapter))",
    replace: "trust === 'proven'",
    project: 'unit',
    tests: ['tests/unit/sync/adapters/site-answers.test.ts'],
  },
  {
    guard: 'a CRM whose adapter is switched off is not read as an unknown one',
    file: 'lib/sync/adapters/crm-adapters.ts',
    find: "  nobody: [{ path: '/**' }],",
    replace: '',
    project: 'unit',
    tests: ['tests/unit/sync/adapters/crm-adapters.test.ts'],
  },
  {
    guard: 'what was chosen on one site holds for no other',
    file: 'lib/sync/pages/tab-state.ts',
    find: 'tab.origin === origin ? tab.choices : []',
    replace: 'tab.choices',
    project: 'unit',
    tests: ['tests/unit/sync/pages/tab-state.test.ts'],
  },
  {
    guard: 'a value that a script sets is seen',
    file: 'lib/crm/watch/node-watch.ts',
    find: 'if (watched.some(holdsField)) asking',
    replace: 'if (watched.length > 999) asking',
    project: 'unit',
    tests: ['tests/unit/crm/watch/node-watch.test.ts'],
  },
];
