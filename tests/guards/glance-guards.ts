import type { Guard } from './guard';

const told = { project: 'unit', tests: ['tests/unit/domain/already-told.test.ts'] } as const;
const doubt = { project: 'unit', tests: ['tests/unit/sync/doubts/report-doubt.test.ts'] } as const;
const onDisk = { project: 'e2e', tests: ['tests/e2e/background/doubts-on-disk.test.ts'] } as const;
const store = { project: 'server', tests: ['tests/server/doubts.test.ts'] } as const;
const glance = { project: 'components', tests: ['tests/components/at-a-glance.test.tsx'] } as const;

/** What is said at a glance is this customer's own, and word that it is wrong reaches a supervisor once, or nobody. */
export const glanceGuards: readonly Guard[] = [
  {
    guard: 'how often somebody called is counted from their own notes alone',
    file: 'lib/domain/already-told.ts',
    find: '  if (told.number !== cardNumber) return null;\n',
    replace: '',
    ...told,
  },
  {
    guard: 'a call that we made is no contact of theirs',
    file: 'lib/domain/already-told.ts',
    find: "direction !== 'outreach' && Date.parse(at) > since",
    replace: 'Date.parse(at) > since',
    ...told,
  },
  {
    guard: 'two contacts about something else are not counted as about the same',
    file: 'lib/domain/already-told.ts',
    find: 'found.filter(({ code }) => code !== CATCH_ALL).map',
    replace: 'found.map',
    ...told,
  },
  {
    guard: 'a doubt is about whom the page or the call is about',
    file: 'lib/sync/doubts/report-doubt.ts',
    find: "if (!about) throw new AppError('identity-changed');",
    replace: "if (!about) throw new AppError('internal');",
    ...doubt,
  },
  {
    guard: 'a doubt has no payment card’s number in it before it is on disk',
    file: 'lib/sync/doubts/report-doubt.ts',
    find: 'text: maskCardNumbers(doubt.text)',
    replace: 'text: doubt.text',
    ...doubt,
  },
  {
    guard: 'a doubt that may have left is not said to be taken back',
    file: 'lib/cache/outbox-doubts.ts',
    find: "          if (row.tried !== false && row.state === 'waiting') return false;\n",
    replace: '',
    ...onDisk,
  },
  {
    guard: 'no note is thrown away as a doubt',
    file: 'lib/cache/outbox-doubts.ts',
    find: ' || row.noteId !== id) return false;',
    replace: ') return false;',
    ...onDisk,
  },
  {
    guard: 'the store keeps a doubt once, however often it is sent',
    file: 'server/mutations/report-doubt.ts',
    find: "if (known?.importedDigest === null) return 'duplicate';",
    replace: '',
    ...store,
    named: 'on PGlite.*sent again, or twice',
  },
  {
    guard: 'only a supervisor or an administrator reads what reps doubt',
    file: 'server/routes/route-rights.ts',
    find: "'GET /v1/doubts': doubtReaderRoles,",
    replace: "'GET /v1/doubts': everybody,",
    ...store,
    named: 'on PGlite.*to read',
  },
  {
    guard: 'what another contact of the account said is not told to who is on the page',
    file: 'lib/sync/customer/own-words.ts',
    find: "return { ...response, verbatim: '', byAnother: true };",
    replace: 'return response;',
    project: 'unit',
    tests: ['tests/unit/sync/customer/own-words.test.ts'],
  },
  {
    guard: 'a complaint that the card says is closed has no clock from what was kept',
    file: 'components/told/clocks.tsx',
    find: 'card.complaintOpen ? detail?.complaint : null',
    replace: 'detail?.complaint',
    ...glance,
  },
];
