import type { Guard } from './guard';

const patterns = { project: 'unit', tests: ['tests/unit/crm/url-pattern.test.ts'] } as const;
const matrix = { project: 'unit', tests: ['tests/unit/crm/url-matrix.test.ts'] } as const;

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
];
