import { AppError, isUnreadable } from '@/lib/platform/app-error';
import type { BlockDigest } from '@/lib/protocol/block-digest';
import { digestOfCards, digestOfKeys, emptyDigest, sameDigest } from '@/lib/protocol/block-digest';
import type { BookKeys } from '@/lib/protocol/book-keys';
import {
  type CardChange,
  cardBlockOf,
  changeCards,
  decodeCardBlock,
  encodeCardBlock,
} from '@/lib/protocol/card-block';
import type { BlockState, BookChange, DeltaPage } from '@/lib/protocol/delta-page';
import {
  bucketOf,
  changeKeys,
  decodeKeyBucket,
  encodeKeyBucket,
  type KeyChange,
} from '@/lib/protocol/key-bucket';
import { openBlock, sealPlain } from '@/lib/protocol/seal-block';
import { type BlockKind, type BlockRow, type BookDb, type DamagedRow, placeOf } from './book-db';

/** What a page makes of the blocks that it touches. */
export type Rewritten = { cards: BlockRow[]; keys: BlockRow[]; damaged: DamagedRow[] };

type ByBlock<C> = Map<number, C[]>;
type Contents = { bytes: Uint8Array; digest: BlockDigest };
/** How blocks of one kind are taken apart, changed and put together. */
type Rewrite<C> = { kind: BlockKind; change(n: number, contents: Uint8Array | null, changes: C[]): Contents };

const ofCards: Rewrite<CardChange> = {
  kind: 'cards',
  change(n, contents, changes) {
    const entries = changeCards(contents ? decodeCardBlock(n, contents) : [], changes);
    return { bytes: encodeCardBlock(entries), digest: digestOfCards(entries) };
  },
};

const ofKeys: Rewrite<KeyChange> = {
  kind: 'keys',
  change(n, contents, changes) {
    const entries = changeKeys(contents ? decodeKeyBucket(n, contents) : [], changes);
    return { bytes: encodeKeyBucket(entries), digest: digestOfKeys(entries) };
  },
};

function add<C>(group: ByBlock<C>, n: number, change: C): void {
  const known = group.get(n);
  if (known) known.push(change);
  else group.set(n, [change]);
}

function keyChangesOf({ card, added, removed }: BookChange): KeyChange[] {
  const { number, version } = card;
  return [
    ...removed.map((key) => ({ key, number, version, kind: 'removed' as const })),
    ...added.map((key) => ({ key, number, version, kind: 'added' as const })),
  ];
}

function groupChanges(changes: readonly BookChange[]): {
  cards: ByBlock<CardChange>;
  keys: ByBlock<KeyChange>;
} {
  const cards: ByBlock<CardChange> = new Map();
  const keys: ByBlock<KeyChange> = new Map();
  for (const change of changes) {
    add(cards, cardBlockOf(change.card.number), change.card);
    for (const keyChange of keyChangesOf(change)) add(keys, bucketOf(keyChange.key), keyChange);
  }
  return { cards, keys };
}

type PageRewrite<C> = { rewrite: Rewrite<C>; group: ByBlock<C>; expected: readonly BlockState[]; to: number };

/** Reads, changes and seals all blocks of one kind that a page touches; nothing is written yet. */
async function rewriteAll<C extends { version: number }>(
  db: BookDb,
  { generation, bookKeys }: Target,
  { rewrite, group, expected, to }: PageRewrite<C>,
): Promise<{ rows: BlockRow[]; damaged: DamagedRow[] }> {
  const { kind } = rewrite;
  const ns = [...group.keys()];
  const rows = await db[kind].bulkGet(ns.map((n) => placeOf(generation, n)));
  const digests = new Map(expected.map(({ n, digest }) => [n, digest]));
  const damaged: DamagedRow[] = [];
  const rewritten = await Promise.all(
    ns.map(async (n, i): Promise<BlockRow | null> => {
      const row = rows[i];
      // A block that came newer than the page has all of it.
      if (row && row.version > to) return null;
      try {
        const contents = row ? await openBlock(bookKeys, { kind, n }, row.bytes) : null;
        const changes = (group.get(n) ?? []).filter((c) => c.version > (row?.version ?? 0));
        const { bytes, digest } = rewrite.change(n, contents, changes);
        if (!sameDigest(digest, digests.get(n) ?? emptyDigest))
          throw new AppError('damaged', 'another digest');
        return {
          place: placeOf(generation, n),
          version: to,
          bytes: await sealPlain(bookKeys, { kind, n }, bytes),
        };
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        damaged.push({ kind, n });
        return null;
      }
    }),
  );
  return { rows: rewritten.filter((row) => row !== null), damaged };
}

type Target = { generation: number; bookKeys: BookKeys };

/**
 * The blocks that a page touches, as they are after it: each read, changed, compared with the page's digest and
 * sealed once, however many changes it has. A block that can't be opened, or differs, is told of instead.
 * @param after only changes above this version count: those up to it were applied before
 */
export async function rewriteBlocks(
  db: BookDb,
  target: Target,
  { page, after }: { page: DeltaPage; after: number },
): Promise<Rewritten> {
  const { cards, keys } = groupChanges(page.changes.filter((change) => change.card.version > after));
  const { to } = page;
  const ofCardBlocks = await rewriteAll(db, target, {
    rewrite: ofCards,
    group: cards,
    expected: page.cards,
    to,
  });
  const ofKeyBuckets = await rewriteAll(db, target, {
    rewrite: ofKeys,
    group: keys,
    expected: page.keys,
    to,
  });
  return {
    cards: ofCardBlocks.rows,
    keys: ofKeyBuckets.rows,
    damaged: [...ofCardBlocks.damaged, ...ofKeyBuckets.damaged],
  };
}
