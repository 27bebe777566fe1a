import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOfCards, digestOfKeys, sameDigest } from '@/lib/protocol/block-digest';
import { type CardChange, type CardEntry, cardBlockOf } from '@/lib/protocol/card-block';
import { type DeltaPage, pageAfter } from '@/lib/protocol/delta-page';
import { bucketOf } from '@/lib/protocol/key-bucket';
import {
  assemblePages,
  type BookStep,
  type Digests,
  emptyPage,
  type NumberedPage,
} from '@/server/publish/assemble-pages';
import { applyPage, type BookReader, contentOf, newReader } from '../../../server/support/book-reader';

const BOOK = '01939000-0000-4000-8000-000000000001';

/** A small generator with a seed (mulberry32), since what is generated is long. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

type Said = { entry: CardEntry | null; keys: bigint[] };

/** Changes of a few hundred numbers that come, change, merge and go, with keys in buckets near and far. */
function makeSteps(seed: number, count: number, after: number): BookStep[] {
  const next = random(seed);
  const said = new Map<number, Said>();
  const keyOf = () => (BigInt(next(3)) << 52n) | BigInt(next(40));
  return Array.from({ length: count }, (_, i) => {
    const number = 1 + next(700);
    const head = { number, version: after + i + 1 };
    const before = said.get(number) ?? { entry: null, keys: [] };
    const kind = before.entry && next(4) === 0 ? (next(2) ? 'gone' : 'merged') : 'card';
    const keys = kind === 'card' ? [...new Set(Array.from({ length: next(4) }, keyOf))] : [];
    const card: CardChange =
      kind === 'card'
        ? { ...head, kind, bytes: Uint8Array.of(1, next(256), next(256)) }
        : kind === 'merged'
          ? { ...head, kind, into: 1 + next(700) }
          : { ...head, kind };
    said.set(number, { entry: card.kind === 'gone' ? null : card, keys });
    return {
      card,
      before: before.entry,
      added: keys.filter((key) => !before.keys.includes(key)),
      removed: before.keys.filter((key) => !keys.includes(key)),
    };
  });
}

/** Publishes in batches; of a page that is written again, the last is kept, as in the table. */
function publish(steps: readonly BookStep[], after: number, batch: (i: number) => number) {
  const digests: Digests = { cards: new Map(), keys: new Map() };
  /** The publisher reads no more than it needs. */
  const only = (kind: keyof Digests, blocks: readonly number[]) =>
    new Map([...digests[kind]].filter(([n]) => blocks.includes(n)));
  const digestsFor = (some: readonly BookStep[]): Digests => ({
    cards: only(
      'cards',
      some.map((step) => cardBlockOf(step.card.number)),
    ),
    keys: only(
      'keys',
      some.flatMap((step) => [...step.added, ...step.removed].map(bucketOf)),
    ),
  });
  const pages = new Map<number, DeltaPage>();
  let last: NumberedPage = emptyPage({ book: BOOK, to: after, customers: 0 });
  for (let start = 0, i = 0; start < steps.length; i += 1) {
    const size = batch(i);
    const some = steps.slice(start, start + size);
    const touched = digestsFor(some);
    for (const page of assemblePages(last, some, touched)) {
      pages.set(page.n, page.page);
      last = page;
    }
    for (const [n, digest] of touched.cards) digests.cards.set(n, digest);
    for (const [n, digest] of touched.keys) digests.keys.set(n, digest);
    start += size;
  }
  return { pages, digests };
}

function readFrom(reader: BookReader, pages: ReadonlyMap<number, DeltaPage>): BookReader {
  for (let page = pages.get(pageAfter(reader.cursor)); page; page = pages.get(pageAfter(reader.cursor))) {
    applyPage(reader, page);
    if (!page.full) break;
  }
  return reader;
}

/** What a reader knows who has read every change up to a version: blocks of that version. */
function stateAt(steps: readonly BookStep[], after: number, version: number): BookReader {
  const reader = newReader(after);
  const changes = steps.filter((step) => step.card.version <= version);
  const blocks = { cards: new Set(changes.map((s) => cardBlockOf(s.card.number))), keys: new Set<number>() };
  for (const { added, removed } of changes)
    for (const key of [...added, ...removed]) blocks.keys.add(bucketOf(key));
  const digest = { a: 0, b: 0 };
  const states = (all: Set<number>) => [...all].map((n) => ({ n, digest }));
  const page = { book: BOOK, to: version, full: false, customers: 0, changes, cards: states(blocks.cards) };
  applyPage(reader, { ...page, keys: states(blocks.keys) });
  return { ...reader, changes: [], drift: [] };
}

const AFTER = [0, 1, 999, 1000, 1700] as const;

describe('pages', () => {
  it('lead a reader from any version to the published state, their digests with them', {
    timeout: 60_000,
  }, () => {
    const run = fc.record({
      seed: fc.integer(),
      after: fc.constantFrom(...AFTER),
      count: fc.constantFrom(1, 300, 1000, 1001, 2300),
      sizes: fc.array(fc.constantFrom(1, 7, 300, 1000, 2000), { minLength: 1, maxLength: 5 }),
      from: fc.double({ min: 0, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(run, ({ seed, after, count, sizes, from }) => {
        const steps = makeSteps(seed, count, after);
        const { pages, digests } = publish(steps, after, (i) => sizes[i % sizes.length] ?? 1);
        const whole = stateAt(steps, after, after + count);
        const reader = readFrom(stateAt(steps, after, after + Math.floor(from * count)), pages);
        expect(reader.drift).toEqual([]);
        expect(contentOf(reader)).toEqual(contentOf(whole));
        for (const [n, block] of whole.cards)
          expect(sameDigest(digests.cards.get(n) ?? { a: 0, b: 0 }, digestOfCards(block.entries))).toBe(true);
        for (const [n, block] of whole.keys)
          expect(sameDigest(digests.keys.get(n) ?? { a: 0, b: 0 }, digestOfKeys(block.entries))).toBe(true);
        const there = [...whole.cards.values()].flatMap((b) => b.entries).filter((e) => e.kind === 'card');
        expect(reader.customers).toBe(there.length);
      }),
      { numRuns: 40 },
    );
  });

  it('are cut at exactly a thousand versions, in batches of whatever size', () => {
    const steps = makeSteps(1, 2500, 0);
    const { pages } = publish(steps, 0, () => 333);
    expect([...pages].map(([n, page]) => [n, page.changes.length, page.to, page.full])).toEqual([
      [0, 1000, 1000, true],
      [1, 1000, 2000, true],
      [2, 500, 2500, false],
    ]);
  });

  it('come out the same in whatever batches', () => {
    const steps = makeSteps(2, 1700, 0);
    const { pages } = publish(steps, 0, () => 1);
    expect(publish(steps, 0, () => 1700).pages).toEqual(pages);
  });

  it('take no change that has its place in another page', () => {
    const last = emptyPage({ book: BOOK, to: 0, customers: 0 });
    const digests = { cards: new Map(), keys: new Map() };
    expect(() => assemblePages(last, makeSteps(1, 1, 4000), digests)).toThrow('another page');
  });
});
