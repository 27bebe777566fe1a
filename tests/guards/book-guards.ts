import type { Guard } from './guard';

const codec = { project: 'unit', tests: ['tests/unit/protocol/card-codec.test.ts'] } as const;
const block = { project: 'unit', tests: ['tests/unit/protocol/card-block.test.ts'] } as const;
const bucket = { project: 'unit', tests: ['tests/unit/protocol/key-bucket.test.ts'] } as const;
const digest = { project: 'unit', tests: ['tests/unit/protocol/block-digest.test.ts'] } as const;
const seal = { project: 'unit', tests: ['tests/unit/protocol/seal-block.test.ts'] } as const;
const pack = { project: 'unit', tests: ['tests/unit/protocol/pack.test.ts'] } as const;
const manifest = { project: 'unit', tests: ['tests/unit/protocol/manifest.test.ts'] } as const;

const disk = { project: 'e2e', tests: ['tests/e2e/background/book-on-disk.test.ts'] } as const;
const damage = { project: 'e2e', tests: ['tests/e2e/background/damaged-book.test.ts'] } as const;
const pull = { project: 'unit', tests: ['tests/unit/sync/book/pull.test.ts'] } as const;
const loop = { project: 'unit', tests: ['tests/unit/sync/sync-loop.test.ts'] } as const;
const killed = { project: 'e2e', tests: ['tests/e2e/background/killed-pull.test.ts'] } as const;
const lost = { project: 'e2e', tests: ['tests/e2e/background/lost-disk.test.ts'] } as const;
const cut = { project: 'e2e', tests: ['tests/e2e/first-sync-cut.test.ts'] } as const;

/** The book on disk is the store's, or it is fetched again. */
const cacheGuards: readonly Guard[] = [
  {
    guard: 'a page of changes is applied only at the cursor and the book that it was asked with',
    file: 'lib/cache/book-changes.ts',
    find: 'if (before?.book !== at.book || before.cursor !== at.cursor || page.book !== at.book) return false;',
    replace: 'if (!before) return false;',
    ...disk,
    named: 'applies a page only',
  },
  {
    guard: 'a page and its cursor are written in one transaction',
    file: 'lib/cache/book-changes.ts',
    find: "return db.transaction('rw', [db.cards, db.keys, db.state, db.damaged], async () => {",
    replace: 'return Promise.resolve().then(async () => {',
    ...killed,
    named: 'does nothing by half',
  },
  {
    guard: 'a book is read only when all of it is here',
    file: 'lib/cache/coming-book.ts',
    find: ' || !manifest.packs.every((p) => here.has(p.id))',
    replace: '',
    ...disk,
    named: 'not read before all of it',
  },
  {
    guard: 'a pack that arrives after sign-out is not written',
    file: 'lib/cache/coming-book.ts',
    find: 'if (coming?.fingerprint !== fingerprint) return false;',
    replace: 'if (!coming) return db.packs.put({ id: pack.id, bytes: pack.bytes }).then(() => true);',
    ...disk,
    named: 'is gone after a sign-out',
  },
  {
    guard: 'a book under other keys is not read',
    file: 'lib/cache/book-state.ts',
    find: 'return state?.fingerprint === fingerprint ? state : null;',
    replace: 'return state;',
    ...disk,
    named: 'under other keys',
  },
  {
    guard: 'a block that holds something else than the store says is told of',
    file: 'lib/cache/apply-page.ts',
    find: 'if (!sameDigest(digest, digests.get(n) ?? emptyDigest))',
    replace: 'if (false)',
    ...damage,
    named: 'that drifted',
  },
  {
    guard: 'where one block is damaged nobody is named by the others',
    file: 'lib/cache/block-reader.ts',
    find: 'if (!isUnreadable(error)) throw error;\n      if',
    replace: 'if (isUnreadable(error)) return undefined as T;\n      if',
    ...damage,
  },
  {
    guard: 'a block that drifted answers nobody, though it opens',
    file: 'lib/cache/block-reader.ts',
    find: 'if (await state.isDamaged({ kind, n })) throw new AppError(',
    replace: 'if (n < 0) throw new AppError(',
    ...damage,
    named: 'that drifted',
  },
  {
    guard: 'no block takes a damaged one’s place that isn’t it, whole',
    file: 'lib/cache/book-changes.ts',
    find: 'const contents = await openBlock(keys, name, bytes);',
    replace: 'const contents = bytes;',
    ...damage,
  },
  {
    guard: 'a pack is used only when its digest is the promised one',
    file: 'lib/sync/book/get-book.ts',
    find: "if ((await sha256(body)) !== id) throw new Error('other bytes');",
    replace: '',
    ...pull,
  },
  {
    guard: 'a store that was put back to an older state is not followed: the book is got anew',
    file: 'lib/sync/book/pull.ts',
    find: 'answer.value.to >= at.cursor',
    replace: 'answer.value.to >= 0',
    ...pull,
  },
];

/** Whatever fails on the way down, the book is whole, and the next pull goes on. */
const faultGuards: readonly Guard[] = [
  {
    guard: 'a pack that is here is not fetched again',
    file: 'lib/cache/coming-book.ts',
    find: 'return packs.filter((pack) => !done.has(pack.id));',
    replace: 'return [...packs];',
    ...cut,
    named: 'asks for no committed pack again',
  },
  {
    guard: 'a book on its way is begun anew when the store was put back',
    file: 'lib/cache/coming-book.ts',
    find: ' || coming.book !== book',
    replace: '',
    ...lost,
    named: 'put back to an older state',
  },
  {
    guard: 'a new book takes the old one’s place in one transaction',
    file: 'lib/cache/coming-book.ts',
    find: "db.transaction('rw', [db.cards, db.keys, db.packs, db.state, db.damaged], async () => {",
    replace: 'Promise.resolve().then(async () => {',
    ...killed,
    named: 'whose worker is killed before any of its writes',
  },
  {
    guard: 'a book that was deleted is remembered no longer',
    file: 'lib/cache/book-state.ts',
    find: "db.on('close', changed);",
    replace: '',
    ...lost,
    named: 'deleted under the worker',
  },
  {
    guard: 'a book that can’t be taken over is thrown away',
    file: 'lib/cache/open-or-rebuild.ts',
    find: '    await db.delete();\n',
    replace: '',
    ...lost,
    named: 'thrown away, and comes again',
  },
  {
    guard: 'a book that can’t be opened just now is kept',
    file: 'lib/cache/open-or-rebuild.ts',
    find: 'if (mayPass(error)) throw error;',
    replace: '',
    ...lost,
    named: 'is not thrown away',
  },
  {
    guard: 'nothing further is fetched once the disk is full',
    file: 'lib/sync/book/get-book.ts',
    find: 'queue.length = 0;\n        throw error;',
    replace: 'throw error;',
    ...pull,
    named: 'once the disk is full',
  },
  {
    guard: 'a pull is over only when nothing of it is on its way',
    file: 'lib/sync/book/get-book.ts',
    find: 'await Promise.allSettled(workers);',
    replace: '',
    ...pull,
    named: 'once the disk is full',
  },
  {
    guard: 'a disk that fails is not tried each half minute',
    file: 'lib/sync/sync-loop.ts',
    find: 'const ok = whole && ',
    replace: 'const ok = ',
    ...loop,
    named: 'that the disk failed',
  },
  {
    guard: 'reasons are loaded anew though the clock was set back',
    file: 'lib/sync/sync-loop.ts',
    find: 'age >= 0 && ',
    replace: '',
    ...loop,
    named: 'goes on at once when the clock is',
  },
];

/** Bytes are the card that was written, or they are no card. */
export const bookGuards: readonly Guard[] = [
  ...cacheGuards,
  ...faultGuards,
  {
    guard: 'a card with a turned bit is never read as another card',
    file: 'lib/protocol/card-codec.ts',
    find: "if (murmur3(body, SEED) !== checksum) throw new AppError('damaged', 'a card’s checksum differs');",
    replace: '',
    ...codec,
  },
  {
    guard: 'a card whose flags are missing is no card that may be contacted',
    file: 'lib/protocol/card-codec.ts',
    find: "(typeof flags === 'number' ? (flags & bit) !== 0 : undefined)",
    replace: '(Number(flags) & bit) !== 0',
    ...codec,
  },
  {
    guard: 'a card too long for its block is refused, not cut',
    file: 'lib/protocol/card-block.ts',
    find: 'if (body.length > LONGEST_BODY)',
    replace: 'if (false)',
    ...block,
  },
  {
    guard: 'a block whose numbers are out of order is not read',
    file: 'lib/protocol/card-block.ts',
    find: "if (before && before.number >= number) throw new AppError('damaged', 'a block of cards is out of order');",
    replace: '',
    ...block,
  },
  {
    guard: 'a key leads to no card of which it only shares 32 bits',
    file: 'lib/protocol/key-bucket.ts',
    find: 'i < bucket.count && bucket.high(i) === high && bucket.low(i) === low;',
    replace: 'i < bucket.count && bucket.low(i) === low;',
    ...bucket,
  },
  {
    guard: 'a bucket does not stand in for another',
    file: 'lib/protocol/key-bucket.ts',
    find: 'bucketOf(key) !== n || ',
    replace: '',
    ...bucket,
  },
  {
    guard: 'numbers past 16 million are kept whole',
    file: 'lib/protocol/key-bucket.ts',
    find: 'sorted.some((e) => e.number >= 2 ** 24) ? 6 : 3',
    replace: '3',
    ...bucket,
  },
  {
    guard: 'a block that missed a change of version only is found',
    file: 'lib/protocol/block-digest.ts',
    find: 'setUint48(view, 6, entry.version);',
    replace: 'setUint48(view, 6, 0);',
    ...digest,
  },
  {
    guard: 'a block put in another’s place does not open there',
    file: 'lib/protocol/seal-block.ts',
    find: 'const boundTo = ({ kind, n }: BlockName) =>',
    replace: 'const n = 0;\nconst boundTo = ({ kind }: BlockName) =>',
    ...seal,
  },
  {
    guard: 'what a block can’t be unpacked to is fetched again',
    file: 'lib/protocol/seal-block.ts',
    find: "throw new AppError('damaged', 'a block can not be unpacked', { cause });",
    replace: 'throw cause;',
    ...seal,
  },
  {
    guard: 'two blocks the store seals never share a nonce',
    file: 'lib/protocol/seal-block.ts',
    find: 'join(additionalData, text));',
    replace: 'additionalData);',
    ...seal,
  },
  {
    guard: 'a pack that was cut short is not taken for a smaller one',
    file: 'lib/protocol/pack.ts',
    find: "if (offset !== bytes.length) throw new AppError('damaged', 'a pack is not as long as it says');",
    replace: '',
    ...pack,
  },
  {
    guard: 'a first sync does not begin past what a pack holds',
    file: 'lib/protocol/manifest.ts',
    find: 'packs.every((pack) => pack.version >= version)',
    replace: 'packs.length >= 0',
    ...manifest,
  },
];
