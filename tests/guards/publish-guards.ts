import type { Guard } from './guard';

const publisher = { project: 'server', tests: ['tests/server/publisher.test.ts'] } as const;
const book = { project: 'server', tests: ['tests/server/book.test.ts'] } as const;
const putBack = { project: 'server', tests: ['tests/server/put-back.test.ts'] } as const;
const merge = { project: 'server', tests: ['tests/server/merge.test.ts'] } as const;
const looks = { project: 'unit', tests: ['tests/unit/domain/looks-different.test.ts'] } as const;
const pages = {
  project: 'unit',
  tests: ['tests/unit/server/publish/assemble-pages.test.ts'],
} as const;

/** No change of the book is lost, sent in vain or shown for somebody else. */
export const publishGuards: readonly Guard[] = [
  {
    guard: 'one publisher at a time gives versions, so that no reader steps over a change',
    file: 'server/publish/publish-cards.ts',
    find: 'await sql`select pg_advisory_xact_lock(',
    replace: 'await sql`select abs(',
    ...publisher,
    named: 'on PostgreSQL.*lose no change',
  },
  {
    guard: 'a change that comes while the card is made is not forgotten',
    file: 'server/publish/marks.ts',
    find: ".where('mark', '=', anyOf(marks.map((m) => m.mark)))",
    replace: '',
    ...publisher,
    named: 'on PostgreSQL.*keep the mark',
  },
  {
    guard: 'a card whose level changed is always sent',
    file: 'lib/domain/looks-different.ts',
    find: 'old.level !== risk.level ||',
    replace: '',
    ...looks,
  },
  {
    guard: 'points on a card are never more than 4 from the truth',
    file: 'lib/domain/looks-different.ts',
    find: 'moved(old.points, risk.points) ||',
    replace: '',
    ...looks,
  },
  {
    guard: 'a page has the digests of blocks that were touched in an earlier publish too',
    file: 'server/publish/assemble-pages.ts',
    find: 'const states = new Map(before.map(({ n, digest }) => [n, digest]));',
    replace: 'const states = new Map<number, BlockDigest>();',
    ...pages,
  },
  {
    guard: 'a full page never gets another change',
    file: 'server/publish/assemble-pages.ts',
    find: 'if (open.page.full) open = emptyPage(open.page);',
    replace: '',
    ...pages,
  },
  {
    guard: 'two identifiers that hash alike never lead to a stranger’s card',
    file: 'server/publish/choose-keys.ts',
    find: '(checks.get(key) ?? check) === check',
    replace: 'true',
    project: 'server',
    tests: ['tests/server/colliding-keys.test.ts'],
    named: 'on PGlite.*stranger',
  },
  {
    guard: 'a page of a book that is no more is not handed out',
    file: 'server/publish/read-page.ts',
    find: 'if (row.book !== book) return null;',
    replace: '',
    ...book,
    named: 'on PGlite.*has no page',
  },
  {
    guard: 'a database put back to an older state is another book',
    file: 'server/publish/put-back.ts',
    find: 'if (!mark || !isBehind(state, mark)) return false;',
    replace: 'return false;',
    ...putBack,
    named: 'on PGlite.*',
  },
  {
    guard: 'a number given after the backup is never given again',
    file: 'server/publish/put-back.ts',
    find: 'last_number: Math.max(state.last_number, mark.number),',
    replace: '',
    ...putBack,
    named: 'on PGlite.*',
  },
  {
    guard: 'a manifest of the book that was is not handed out after the store was put back',
    file: 'server/publish/put-back.ts',
    find: "await trx.deleteFrom('snapshots').execute();",
    replace: '',
    ...putBack,
    named: 'on PGlite.*',
  },
  {
    guard: 'a page that lacks what was before it is not taken for the whole book',
    file: 'server/publish/put-back.ts',
    find: 'Math.ceil(given / VERSIONS_PER_PAGE) * VERSIONS_PER_PAGE',
    replace: 'given',
    ...putBack,
    named: 'on PGlite.*',
  },
  {
    guard: 'an empty book is never handed out in place of a full one',
    file: 'server/snapshot/read-manifest.ts',
    find: '(await arePagesWhole(db)) ?',
    replace: 'book ?',
    ...putBack,
    named: 'on PGlite.*',
  },
  {
    guard: 'a snapshot written while changes are published is as old as its oldest pack',
    file: 'server/snapshot/build-snapshot.ts',
    find: 'Math.min(...entries',
    replace: 'Math.max(...entries',
    ...book,
    named: 'on PGlite.*written while',
  },
  {
    guard: 'pages that a kept snapshot needs are kept',
    file: 'server/snapshot/forget-superseded.ts',
    find: "where('page', '<', pageAfter(oldest))",
    replace: "where('page', '<=', pageAfter(oldest))",
    ...book,
    named: 'on PGlite.*away for two weeks',
  },
  {
    guard: 'a snapshot superseded yesterday is kept',
    file: 'server/snapshot/forget-superseded.ts',
    find: 'now.getTime() - superseded_at.getTime() >= KEPT_MS',
    replace: 'true',
    ...book,
    named: 'on PGlite.*away for two weeks',
  },
  {
    guard: 'a merged customer’s old number leads to the one who stayed',
    file: 'server/customers/merge-customers.ts',
    find: "  'card_numbers',\n] as const;",
    replace: '] as const;',
    ...merge,
    named: 'on PGlite.*come later',
  },
  {
    guard: 'somebody not to be contacted stays so when they are merged',
    file: 'server/customers/merge-customers.ts',
    find: 'await keepProtection(trx, pair, rows);',
    replace: '',
    ...merge,
    named: 'on PGlite.*are one card',
  },
  {
    guard: 'a note on its way while its customer is merged is applied to the one who stays',
    file: 'server/mutations/apply-mutations.ts',
    find: "'23505', '23503']",
    replace: "'23505']",
    ...merge,
    named: 'on PostgreSQL.*loses no note',
  },
];
