import type { Guard } from './guard';

const changing = { project: 'e2e', tests: ['tests/e2e/adapters-change.test.ts'] } as const;

/** What was said of a site, by a person or the organisation, counts in every page of it. */
export const siteGuards: readonly Guard[] = [
  {
    guard: 'who a reading that nobody has seen to be right shows is asked about',
    file: 'lib/sync/site-answers.ts',
    find: "if (!said) return 'ask';",
    replace: "if (!said) return 'take';",
    project: 'unit',
    tests: ['tests/unit/sync/page-slots.test.ts'],
  },
  {
    guard: 'a reading that somebody found wrong shows nobody',
    file: 'lib/sync/page-slots.ts',
    find: "if (trust === 'refuse') return { state: 'nobody' };",
    replace: '',
    project: 'unit',
    tests: ['tests/unit/sync/page-slots.test.ts'],
  },
  {
    guard: 'what somebody said of an older adapter says nothing of a mended one',
    file: 'lib/sync/site-answers.ts',
    find: 'current.get(adapter) === version ? ',
    replace: 'current.has(adapter) ? ',
    project: 'unit',
    tests: ['tests/unit/sync/site-answers.test.ts'],
  },
  {
    guard: 'where a page without an adapter was read wrongly, a person says who it is',
    file: 'lib/sync/site-answers.ts',
    find: "return adapter === GENERIC.id ? 'choose' : 'refuse';",
    replace: "return adapter === GENERIC.id ? 'ask' : 'refuse';",
    project: 'unit',
    tests: ['tests/unit/sync/site-answers.test.ts'],
  },
  {
    guard: 'what the organisation mended gives way to a newer adapter of ours',
    file: 'lib/sync/crm-adapters.ts',
    find: '.filter(({ id, version }) => version >= newest(id))',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/sync/crm-adapters.test.ts'],
  },
  {
    guard: 'open pages are told of what the organisation switched off',
    file: 'lib/sync/adapter-news.ts',
    find: 'await tell();',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/sync/adapter-news.test.ts'],
  },
  {
    guard: 'what is switched off reads no page that is open, in a real browser',
    file: 'entrypoints/background/services.ts',
    find: 'onOrganisation: pages.adapterNews,',
    replace: 'onOrganisation: async () => {},',
    ...changing,
    named: 'not once that is switched off',
  },
  {
    guard: 'signing out takes the organisation’s adapters from open pages',
    file: 'entrypoints/background/account-changes.ts',
    find: 'await clear();\n  await adapterNews();',
    replace: 'await clear();',
    ...changing,
    named: 'once the rep signs out',
  },
  {
    guard: 'a site that an adapter reads wrongly is read as an unknown one',
    file: 'entrypoints/background/adapter-handlers.ts',
    find: '!MAY_BE_WRONG.has(evidence.kind) || !isRefused(id)',
    replace: '!MAY_BE_WRONG.has(evidence.kind) || isRefused(id) || !isRefused(id)',
    ...changing,
    named: 'that an adapter reads wrongly',
  },
  {
    guard: 'an adapter that the organisation switched off reads no page',
    file: 'lib/sync/crm-adapters.ts',
    find: '.filter(({ off }) => !off)',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/sync/crm-adapters.test.ts'],
  },
];
