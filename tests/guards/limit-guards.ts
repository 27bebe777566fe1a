import type { Guard } from './guard';

const newcomers = { project: 'server', tests: ['tests/server/newcomer-pace.test.ts'] } as const;
const paced = { project: 'server', tests: ['tests/server/said-pace.test.ts'] } as const;
const names = { project: 'server', tests: ['tests/server/customer-names.test.ts'] } as const;
const unsigned = { project: 'server', tests: ['tests/server/unsigned-bodies.test.ts'] } as const;
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
  {
    guard: 'notes about strangers make only so many customers a day',
    file: 'server/mutations/newcomer-pace.ts',
    find: 'if (made > MOST_NEWCOMERS_A_DAY)',
    replace: 'if (made < 0)',
    ...newcomers,
    named: 'on PGlite.*so many a day of one author',
  },
  {
    guard: 'who had a full day of strangers has another the next day',
    file: 'server/count-paced.ts',
    find: ".then(eb.ref('excluded.made'))",
    replace: ".then(eb('pace.made', '+', 1))",
    ...newcomers,
    named: 'on PGlite.*counted anew',
  },
  {
    guard: 'one person gives only so many signals with their name a day',
    file: 'server/signals/keep-named.ts',
    find: 'if (made > MOST_NAMED_A_DAY)',
    replace: 'if (made < 0)',
    ...paced,
    named: 'on PGlite.*so many signals',
  },
  {
    guard: 'one person says only so often a day that something looks wrong',
    file: 'server/mutations/report-doubt.ts',
    find: '  await countDoubt(trx, { by: userId, at });\n',
    replace: '',
    ...paced,
    named: 'on PGlite.*so many doubts',
  },
  {
    guard: 'nobody copies the list of customers’ names by counting',
    file: 'server/customers/names-pace.ts',
    find: 'made <= MOST_NAMES_AN_HOUR',
    replace: 'made > 0',
    ...names,
    named: 'on PGlite.*so many an hour',
  },
  {
    guard: 'what is asked for at once counts each',
    file: 'server/customers/names-pace.ts',
    find: 'many: numbers.length, ',
    replace: '',
    ...names,
    named: 'on PGlite.*each by itself',
  },
  {
    guard: 'what is handed to others doesn’t push out what is the reader’s',
    file: 'server/handovers/read-handover.ts',
    find: ', isTheirs(reader, teams)(eb)',
    replace: '',
    project: 'server',
    tests: ['tests/server/handovers.test.ts'],
    named: 'push out',
  },
  {
    guard: 'strangers in a file count for whoever imports it',
    file: 'server/mutations/save-note.ts',
    find: 'imported?.by ?? mutation.userId',
    replace: 'mutation.userId',
    ...newcomers,
    named: 'on PGlite.*whoever imports a file',
  },
  {
    guard: 'how the store is is counted once a second at most',
    file: 'server/routes/health.ts',
    find: 'if (!last || Math.abs(now.getTime() - last.at) >= SECOND)',
    replace: 'if (last !== undefined)',
    project: 'server',
    tests: ['tests/server/health.test.ts'],
    named: 'on PGlite.*counted once a second',
  },
  {
    guard: 'no body is read before it is seen who sends it',
    file: 'server/app.ts',
    find: "app.use('/v1/*', requireUser(deps));",
    replace: "app.use('/v1/*', limitBody(LARGEST_BODY));\n  app.use('/v1/*', requireUser(deps));",
    ...unsigned,
    named: 'is refused at',
  },
  {
    guard: 'of a signal without a name no more is read than one can be long',
    file: 'server/routes/signals.ts',
    find: 'middleware: limitBody(LARGEST_UNSIGNED),',
    replace: '',
    ...unsigned,
    named: 'is read at|by the length',
  },
  {
    guard: 'of a sign-in no more is read than one can be long',
    file: 'server/app.ts',
    find: 'app.on(method, path, limitBody(LARGEST_UNSIGNED), ',
    replace: 'app.on(method, path, ',
    ...unsigned,
    named: 'is read at',
  },
];
