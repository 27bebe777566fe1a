import type { Guard } from './guard';

const disk = { project: 'e2e', tests: ['tests/e2e/background/sent-edits-on-disk.test.ts'] } as const;
const account = { project: 'unit', tests: ['tests/unit/sync/account/account.test.ts'] } as const;
const alarm = { project: 'unit', tests: ['tests/unit/background/alarm.test.ts'] } as const;

/** Signing out leaves no more in the notes' database than what waits needs. */
export const signOutGuards: readonly Guard[] = [
  {
    guard: 'signing out forgets what the store took of the user’s edits',
    file: 'lib/cache/notes-meta.ts',
    find: 'if (edited) await forgetSent(db, user.id, edited);',
    replace: '',
    ...disk,
    named: 'is forgotten when they sign out',
  },
  {
    guard: 'signing out keeps what edits that wait, or are begun, stand on',
    file: 'lib/cache/forget-sent.ts',
    find: 'sent.userId === userId && !needed.has(sent.noteId)',
    replace: 'sent.userId === userId',
    ...disk,
    named: 'is forgotten when they sign out',
  },
  {
    guard: 'signing out forgets nothing of others',
    file: 'lib/cache/forget-sent.ts',
    find: 'sent.userId === userId && !needed',
    replace: '!needed',
    ...disk,
    named: 'of nobody else',
  },
  {
    guard: 'signing out keeps what an edit begun in that moment stands on',
    file: 'lib/cache/forget-sent.ts',
    find: 'if (drafts.some((id) => !edited.drafts.has(id))) return;',
    replace: '',
    ...disk,
    named: 'begun while they signed out',
  },
  {
    guard: 'signing out is not undone by an edit that the store takes after it',
    file: 'lib/cache/sent-edits.ts',
    find: 'owner === undefined || owner === row.userId',
    replace: 'true',
    ...disk,
    named: 'comes after they signed out',
  },
  {
    guard: 'signing out forgets what the organisation set up',
    file: 'lib/cache/notes-meta.ts',
    find: 'await forgetOrganisations(null);',
    replace: '',
    ...disk,
    named: 'gone once they sign out',
  },
  {
    guard: 'signing out forgets what is remembered in memory of the organisation',
    file: 'lib/cache/notes-meta.ts',
    find: '.finally(() => remember(null))',
    replace: '',
    ...disk,
    named: 'also from memory',
  },
  {
    guard: 'signing out is not undone by who was reading of the organisation',
    file: 'lib/cache/notes-meta.ts',
    find: 'if (changes === readAt) latest',
    replace: 'latest',
    ...disk,
    named: 'began to read it before',
  },
  {
    guard: 'signing out: who signs in next finds nothing of the organisation of whoever didn’t',
    file: 'lib/cache/notes-meta.ts',
    find: 'await forgetOrganisations(organisationId(user.id));',
    replace: '',
    ...disk,
    named: 'once another signs in',
  },
  {
    guard: 'signing out is not undone by what the store says of the organisation after it',
    file: 'lib/sync/account/account.ts',
    find: 'if ((await stored.read())?.userId === current.userId)',
    replace: '',
    ...account,
    named: 'they signed out meanwhile',
  },
  {
    guard: 'signing out or not, what is a month old is dropped',
    file: 'lib/cache/drop-old-rows.ts',
    find: '.filter((row) => (row.value as OutboxRow).at < before)',
    replace: '.filter(() => false)',
    ...disk,
    named: 'after a month',
  },
  {
    guard: 'signing out or not, old rows are looked for by the alarm',
    file: 'entrypoints/background/lifecycle.ts',
    find: "s.dropOldRows().catch((error) => s.logError('old rows', error));",
    replace: '',
    ...alarm,
    named: 'old rows',
  },
];
