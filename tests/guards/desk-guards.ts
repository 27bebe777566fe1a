import type { Guard } from './guard';

const signOut = { project: 'unit', tests: ['tests/unit/background/sign-out.test.ts'] } as const;
const owed = { project: 'unit', tests: ['tests/unit/sync/account/owed-sign-outs.test.ts'] } as const;
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
    file: 'lib/sync/account/signing.ts',
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
    file: 'lib/sync/account/signing.ts',
    find: "if (!askAgain && (await who.someoneSignedOut())) throw new AppError('signed-out', 'meanwhile');",
    replace: '',
    project: 'unit',
    tests: ['tests/unit/sync/account/account.test.ts'],
    named: 'on its way meanwhile',
  },
  {
    guard: 'a sign-out that the store didn’t hear of is written down',
    file: 'lib/sync/account/signing.ts',
    find: 'origin === null ? [] : [owed.add(origin)]',
    replace: '[] as Promise<void>[]',
    ...owed,
  },
  {
    guard: 'the store is told of an owed sign-out before anybody signs in',
    file: 'lib/sync/account/owed-sign-outs.ts',
    find: 'await settle(origin, () => true);',
    replace: '',
    ...owed,
    named: 'before the next person',
  },
  {
    guard: 'nobody is signed in without a word, nor without a password, while a sign-out is owed',
    file: 'lib/sync/account/signing.ts',
    find: 'const askAgain = isOwed || ',
    replace: 'const askAgain = !isOwed && ',
    ...owed,
    named: 'while it is owed',
  },
  {
    guard: 'a sign-out is owed until the store says that its cookie knows nobody',
    file: 'lib/sync/account/oauth.ts',
    find: "query?.get('state') === sent.state && query.get('error') === 'login_required'",
    replace: 'query !== null',
    ...owed,
  },
  {
    guard: 'what is owed for the last person doesn’t end the session of the next',
    file: 'lib/sync/account/owed-sign-outs.ts',
    find: '() => signingIn === 0',
    replace: '() => signingIn >= 0',
    ...owed,
    named: 'while the next person types',
  },
  {
    guard: 'a tab whose badge can’t be told keeps no other from losing a customer’s',
    file: 'entrypoints/background/all-tabs.ts',
    find: "paint(id).catch((error) => logError('badges', error))",
    replace: 'paint(id)',
    ...tabs,
  },
];
