import type { Guard } from './guard';

const faults = { project: 'unit', tests: ['tests/unit/sync/book/pull-faults.test.ts'] } as const;
const elsewhere = { project: 'unit', tests: ['tests/unit/sync/book/packs-elsewhere.test.ts'] } as const;
const damage = { project: 'e2e', tests: ['tests/e2e/background/damaged-book.test.ts'] } as const;

/** Damaged blocks of the book are found, told of, and fetched again; packs in a bucket are the store's, the bucket isn't. */
export const mendGuards: readonly Guard[] = [
  {
    guard: 'a block that can’t be mended holds back no other',
    file: 'lib/sync/book/mend-blocks.ts',
    find: "kind === 'offline' || kind === 'signed-out' || kind === 'retry-later'",
    replace: "kind !== 'ok'",
    ...faults,
    named: 'holds back no other',
  },
  {
    guard: 'damage that a full disk can’t take down is told of',
    file: 'lib/cache/book-state.ts',
    find: 'unwritten.set(nameOf(block), block);',
    replace: '',
    ...damage,
    named: 'on a full disk is told of',
  },
  {
    guard: 'a block without a version is not the store’s',
    file: 'lib/sync/book/mend-blocks.ts',
    find: '.string()\n  .regex(/^\\d{1,15}$/)\n  .transform(Number)',
    replace: '.any()\n  .transform(Number)',
    ...faults,
    named: 'for a damaged block leaves it marked',
  },
  {
    guard: 'a block that came newer than a page is not undone by the page',
    file: 'lib/cache/apply-page.ts',
    find: 'if (row && row.version > to) return null;',
    replace: '',
    project: 'e2e',
    tests: ['tests/e2e/background/book-on-disk.test.ts'],
    named: 'packs were written while',
  },
  {
    guard: 'a block opened while the book changed is not taken for the new one',
    file: 'lib/cache/opened-blocks.ts',
    find: 'if (readAt !== epoch) return;',
    replace: '',
    project: 'unit',
    tests: ['tests/unit/cache/opened-blocks.test.ts'],
  },
  {
    guard: 'a bucket never gets our token',
    file: 'lib/sync/book/get-book.ts',
    find: 'url === null ? account.request(request) : elsewhere(request)',
    replace: 'account.request(request)',
    ...elsewhere,
  },
  {
    guard: 'what a bucket says of itself is nothing that the store said',
    file: 'lib/sync/book/get-book.ts',
    find: "outcome.kind === 'ok' || outcome.kind === 'offline' ? outcome : { kind: 'server-error' }",
    replace: 'outcome',
    ...elsewhere,
  },
];
