import type { Guard } from './guard';

const sessions = { project: 'unit', tests: ['tests/unit/sync/teach-sessions.test.ts'] } as const;
const learning = { project: 'unit', tests: ['tests/unit/crm/teach/learn.test.ts'] } as const;
const learnedSites = { project: 'unit', tests: ['tests/unit/sync/learned-sites.test.ts'] } as const;
const answers = { project: 'unit', tests: ['tests/unit/crm/teach/learn-answer.test.ts'] } as const;
const overlay = { project: 'e2e', tests: ['tests/e2e/teach-hard-pages.test.ts'] } as const;
const detection = { project: 'unit', tests: ['tests/unit/crm/detect.test.ts'] } as const;

/** What a person teaches is right, and theirs to save. */
export const teachGuards: readonly Guard[] = [
  {
    guard: 'a page’s script proposes an adapter for its own host alone',
    file: 'lib/sync/teach-sessions.ts',
    find: "if (adapter && !isOfHost(adapter, new URL(origin).hostname, 'taught'))",
    replace: 'if (!adapter && origin === "")',
    ...sessions,
    named: 'is refused for',
  },
  {
    guard: 'a page’s script proposes nothing in another site’s place',
    file: 'lib/crm/teach/is-of-host.ts',
    find: 'id === ownAdapterId(hostname)',
    replace: "id.startsWith('own-')",
    ...sessions,
    named: 'is refused for',
  },
  {
    guard: 'what answers teach is for the answered page’s host alone',
    file: 'lib/sync/learned-sites.ts',
    find: "if (adapter && !isOfHost(adapter, hostname, 'learned'))",
    replace: "if (!adapter && hostname === '')",
    ...learnedSites,
    named: 'gives no adapter for',
  },
  {
    guard: 'what answers teach never takes the place of what a person taught',
    file: 'lib/sync/learned-sites.ts',
    find: "if (before && before.evidence.kind !== 'learned') return false;",
    replace: '',
    ...learnedSites,
  },
  {
    guard: 'whom a rep chose is told to the script on that site alone',
    file: 'lib/sync/learned-sites.ts',
    find: 'return here?.origin === origin ?',
    replace: 'return here && origin !== "" ?',
    ...learnedSites,
  },
  {
    guard: 'an answer is learned from only where one person on the page is meant by it',
    file: 'lib/sync/learned-sites.ts',
    find: 'return theirs.length === 1 ?',
    replace: 'return theirs.length >= 1 ?',
    ...learnedSites,
  },
  {
    guard: 'three customers are named before a page is read as theirs were',
    file: 'lib/crm/teach/learn-answer.ts',
    find: 'urls.length >= ENOUGH_PAGES',
    replace: 'urls.length > 0',
    ...answers,
  },
  {
    guard: 'answers teach no place on the page',
    file: 'lib/crm/teach/learn-answer.ts',
    find: 'field.ways.filter(({ tier }) => tier < PLACE)',
    replace: 'field.ways.filter(({ tier }) => tier <= 5)',
    ...answers,
  },
  {
    guard: 'what was learned from answers is asked about',
    file: 'lib/crm/detect.ts',
    find: " || evidence.kind === 'learned'",
    replace: '',
    ...answers,
  },
  {
    guard: 'what was learned from answers speaks of no other page of its site',
    file: 'lib/crm/match-page.ts',
    find: "({ evidence }) => evidence.kind !== 'learned'",
    replace: '() => true',
    ...answers,
  },
  {
    guard: 'no two hosts share what was taught',
    file: 'lib/crm/teach/own-id.ts',
    find: "(one === '.' ? '-' : one === 'q' ? 'qq' : 'q-')",
    replace: "(one === 'q' ? 'qq' : '-')",
    project: 'unit',
    tests: ['tests/unit/crm/teach/own-id.test.ts'],
  },
  {
    guard: 'another screen behind the hash is another kind of page',
    file: 'lib/crm/teach/url-kind.ts',
    find: 'if (isOther) return null;',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/crm/teach/url-kind.test.ts'],
    named: 'are two kinds',
  },
  {
    guard: 'what nothing on the page proves is asked about',
    file: 'lib/crm/detect.ts',
    find: "return unseen || unproven ? 'likely' : 'proven';",
    replace: "return unseen ? 'likely' : 'proven';",
    ...learning,
    named: 'is asked about where',
  },
  {
    guard: 'a lesson obeys no key that the page makes up',
    file: 'entrypoints/teach/picker.ts',
    find: 'if (!event.isTrusted || !plain || !take(event)) return;',
    replace: 'if (!plain || !take(event)) return;',
    ...overlay,
    named: 'obeys no key and no click',
  },
  {
    guard: 'a lesson obeys no click while the page lies over it',
    file: 'entrypoints/teach/panel.ts',
    find: 'event.isTrusted && mayPress() && onPress()',
    replace: 'event.isTrusted && onPress()',
    ...overlay,
    named: 'counts no click while the page lies over it',
  },
  {
    guard: 'nothing is proposed where nobody teaches',
    file: 'lib/sync/teach-sessions.ts',
    find: "if (now?.origin !== origin) throw new AppError('not-allowed', 'nobody teaches here');",
    replace: '',
    ...sessions,
    named: 'where nobody teaches',
  },
  {
    guard: 'two values in a taught place are a list, and nobody',
    file: 'lib/crm/read-people.ts',
    find: 'if (one && (everyone.length > 1 || everyone.some(({ several }) => several))) return [];',
    replace: 'if (one && everyone.length > 20) return [];',
    ...detection,
    named: 'two values for a list',
  },
  {
    guard: 'what stands on two customers’ pages alike is no customer’s',
    file: 'lib/crm/teach/learn.ts',
    find: "if (isNew && values.includes(found.value) && pick.as !== 'name')",
    replace: "if (isNew && values.includes(found.value) && pick.as === 'name')",
    ...learning,
    named: 'refuses what stays the same',
  },
  {
    guard: 'an address names only what the page confirms',
    file: 'lib/crm/teach/url-kind.ts',
    find: 'const isProven = proven.has(part);',
    replace: 'const isProven = proven.size >= 0;',
    project: 'unit',
    tests: ['tests/unit/crm/teach/url-kind.test.ts'],
    named: 'name nothing',
  },
];
