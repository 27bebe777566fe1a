import type { Guard } from './guard';

const sessions = { project: 'unit', tests: ['tests/unit/sync/teach-sessions.test.ts'] } as const;
const learning = { project: 'unit', tests: ['tests/unit/crm/teach/learn.test.ts'] } as const;
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
