import type { Guard } from './guard';

const sessions = { project: 'unit', tests: ['tests/unit/sync/teach-sessions.test.ts'] } as const;
const learning = { project: 'unit', tests: ['tests/unit/crm/teach/learn.test.ts'] } as const;
const overlay = { project: 'e2e', tests: ['tests/e2e/teach-hard-pages.test.ts'] } as const;
const detection = { project: 'unit', tests: ['tests/unit/crm/detect.test.ts'] } as const;

/** What a person teaches is right, and theirs to save. */
export const teachGuards: readonly Guard[] = [
  {
    guard: 'a page’s script proposes an adapter for its own host alone',
    file: 'lib/sync/teach-sessions.ts',
    find: 'if (adapter && !isOwn(adapter, new URL(origin).hostname))',
    replace: 'if (!adapter && origin === "")',
    ...sessions,
    named: 'is refused for',
  },
  {
    guard: 'a page’s script proposes nothing in another site’s place',
    file: 'lib/sync/teach-sessions.ts',
    find: 'id === ownAdapterId(hostname)',
    replace: "id.startsWith('own-')",
    ...sessions,
    named: 'is refused for',
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
