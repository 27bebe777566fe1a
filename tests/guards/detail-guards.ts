import type { Guard } from './guard';

const detail = { project: 'unit', tests: ['tests/unit/sync/customer/customer-detail.test.ts'] } as const;
const kept = { project: 'unit', tests: ['tests/unit/sync/customer/kept-details.test.ts'] } as const;
const disk = { project: 'e2e', tests: ['tests/e2e/background/details-on-disk.test.ts'] } as const;

/** What a customer said is shown to who may see it, beside that customer alone, and to nobody after a sign-out. */
export const detailGuards: readonly Guard[] = [
  {
    guard: 'a customer’s words are asked for only while they stand on the page or in the call',
    file: 'lib/sync/customer/customer-detail.ts',
    find: "if (!(await mayBeShown(ask, id))) throw new AppError('identity-changed');\n    const found",
    replace: 'const found',
    ...detail,
  },
  {
    guard: 'a customer’s words are shown only if they still stand there when the answer is here',
    file: 'lib/sync/customer/customer-detail.ts',
    find: "if (!(await mayBeShown(ask, id))) throw new AppError('identity-changed');\n    return",
    replace: 'return',
    ...detail,
  },
  {
    guard: 'a customer’s words are shown to nobody but the user they were asked for',
    file: 'lib/sync/customer/customer-detail.ts',
    find: 'if ((await account.author()).id !== userId) return false;',
    replace: '',
    ...detail,
  },
  {
    guard: 'a customer’s words that the store withholds are forgotten here, too',
    file: 'lib/sync/customer/customer-detail.ts',
    find: 'if (isWithheld(answer)) await kept.forget(cardNumber);',
    replace: '',
    ...detail,
  },
  {
    guard: 'kept words say since when they are known',
    file: 'components/told-us.tsx',
    find: '<KeptSince detail={detail} realNow={realNow} />',
    replace: '',
    project: 'components',
    tests: ['tests/components/sidebar-disclosure.test.tsx'],
    named: 'how old they are',
  },
  {
    guard: 'what one rep was told is not shown to the next on the same page',
    file: 'lib/ui/queries.ts',
    find: "queryKey: ['detail', user, cardNumber],",
    replace: "queryKey: ['detail', user && 'anyone', cardNumber],",
    project: 'components',
    tests: ['tests/components/sidebar-disclosure.test.tsx'],
    named: 'next rep’s to see',
  },
  {
    guard: 'an answer that comes after a sign-out is not kept',
    file: 'lib/sync/customer/kept-details.ts',
    find: "return keys && who.state === 'signed-in' && who.user.id === userId ? { keys, userId } : null;",
    replace: 'return keys && { keys, userId: who.state === userId ? userId : userId };',
    ...kept,
  },
  {
    guard: 'signing out waits for what is just being kept, and takes it along',
    file: 'lib/sync/customer/kept-details.ts',
    find: 'clear: (): Promise<void> => alone(() => details.clear()),',
    replace: 'clear: (): Promise<void> => details.clear(),',
    ...kept,
  },
  {
    guard: 'words kept under another sign-in are cleared',
    file: 'lib/cache/details.ts',
    find: 'await db.details.clear();\n  await db.owner.put',
    replace: 'await db.owner.put',
    ...disk,
    named: 'before a sign-in',
  },
  {
    guard: 'what one user was told is no other’s to see, even under the same keys',
    file: 'lib/cache/details.ts',
    find: "[keys.fingerprint, userId].join(' ')",
    replace: '(userId ? keys.fingerprint : keys.fingerprint)',
    ...disk,
    named: 'before a sign-in',
  },
  {
    guard: 'a customer’s kept words open in their own row alone',
    file: 'lib/cache/details.ts',
    find: 'const boundTo = (number: number) =>',
    replace: 'const boundTo = (_: number, number = 0) =>',
    ...disk,
    named: 'put into another’s row',
  },
  {
    guard: 'no more than the last two hundred are kept',
    file: 'lib/cache/details.ts',
    find: 'await forgetOldest(db);',
    replace: '',
    ...disk,
    named: 'two hundred',
  },
  {
    guard: 'signing out takes kept words off the disk',
    file: 'entrypoints/background/account-changes.ts',
    find: 'progress.end(), kept.clear(), phone.clear()',
    replace: 'progress.end()',
    project: 'e2e',
    tests: ['tests/e2e/background/details-kept.test.ts'],
  },
];
