import type { Guard } from './guard';

const oneSignIn = { project: 'server', tests: ['tests/server/one-sign-in.test.ts'] } as const;

/** Whatever one sign-in sends, or somebody without any, there is a store left for the others. */
export const limitGuards: readonly Guard[] = [
  {
    guard: 'what one sign-in sends at once takes four of the database’s connections at most',
    file: 'server/routes/mutations.ts',
    find: 'sideBySide: limitOf(user.id)',
    replace: 'sideBySide: limitOf(String(Math.random()))',
    ...oneSignIn,
    named: 'holds four of the database',
  },
  {
    guard: 'one sign-in has only so many requests waiting',
    file: 'server/routes/few-at-once.ts',
    find: 'limit.pendingCount < MOST_WAITING',
    replace: 'limit.pendingCount < 500',
    ...oneSignIn,
    named: 'waits with fifty requests',
  },
];
