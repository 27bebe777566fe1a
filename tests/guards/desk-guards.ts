import type { Guard } from './guard';

const signOut = { project: 'unit', tests: ['tests/unit/background/sign-out.test.ts'] } as const;
const tabs = { project: 'unit', tests: ['tests/unit/background/all-tabs.test.ts'] } as const;

/** At a desk that several share, who signs out is gone: also where something fails. */
export const deskGuards: readonly Guard[] = [
  {
    guard: 'a disk that fails keeps nobody signed in',
    file: 'entrypoints/background/account-changes.ts',
    find: 'ended.push(...(await Promise.allSettled([step()])));',
    replace: 'await step();',
    ...signOut,
  },
  {
    guard: 'customers that can’t be taken off the disk keep no keys',
    file: 'entrypoints/background/account-changes.ts',
    find: 'await Promise.allSettled([clear()]);',
    replace: 'await clear();',
    ...signOut,
  },
  {
    guard: 'sidebars hear at once that the keys are gone',
    file: 'entrypoints/background/account-changes.ts',
    find: 'account.signOut(() => views.changed())',
    replace: 'account.signOut()',
    ...signOut,
  },
  {
    guard: 'whom a rep chose is forgotten when they sign out',
    file: 'entrypoints/background/account-changes.ts',
    find: '    forgetChoices(),\n',
    replace: '',
    ...signOut,
  },
  {
    guard: 'whom a rep chose is forgotten in every tab',
    file: 'lib/sync/pages/tab-state.ts',
    find: 'await stored.update((tab) => ({ ...tab, choices: [] }));',
    replace: '',
    ...tabs,
  },
  {
    guard: 'a notes’ database that fails keeps no token valid at the store',
    file: 'lib/sync/account/account.ts',
    find: 'await Promise.allSettled([who.forget()]);',
    replace: "[await who.forget()].map(() => ({ status: 'fulfilled' }));",
    ...signOut,
  },
  {
    guard: 'who signed out is nobody, though the database still names them',
    file: 'lib/sync/account/who-is-here.ts',
    find: '(await isMarked()) ? null : meta.user()',
    replace: 'meta.user()',
    ...signOut,
  },
  {
    guard: 'who signed out is asked who they are, though the database doesn’t know that they did',
    file: 'lib/sync/account/who-is-here.ts',
    find: '(await isMarked()) || meta.someoneSignedOut()',
    replace: 'meta.someoneSignedOut()',
    ...signOut,
  },
  {
    guard: 'that somebody signed out is known to later workers, where the database failed',
    file: 'lib/sync/account/who-is-here.ts',
    find: 'await (by ? byHand.write(true) : byHand.clear());',
    replace: '',
    ...signOut,
  },
  {
    guard: 'who signs in is no longer taken for one who signed out',
    file: 'lib/sync/account/who-is-here.ts',
    find: 'await meta.setUser(user);\n      await mark(false);',
    replace: 'await meta.setUser(user);',
    ...signOut,
  },
  {
    guard: 'a sign-in without a word that was on its way undoes no sign-out',
    file: 'lib/sync/account/account.ts',
    find: "if (!interactive && (await who.someoneSignedOut())) throw new AppError('signed-out', 'meanwhile');",
    replace: '',
    project: 'unit',
    tests: ['tests/unit/sync/account/account.test.ts'],
    named: 'on its way meanwhile',
  },
  {
    guard: 'a tab whose badge can’t be told keeps no other from losing a customer’s',
    file: 'entrypoints/background/all-tabs.ts',
    find: "paint(id).catch((error) => logError('badges', error))",
    replace: 'paint(id)',
    ...tabs,
  },
];
