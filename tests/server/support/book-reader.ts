import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Card } from '@/lib/domain/card';
import { digestOfCards, digestOfKeys, sameDigest } from '@/lib/protocol/block-digest';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { type CardEntry, cardBlockOf, changeCards, decodeCardBlock } from '@/lib/protocol/card-block';
import { decodeCard } from '@/lib/protocol/card-codec';
import { type BookChange, type DeltaPage, decodeDeltaPage, pageAfter } from '@/lib/protocol/delta-page';
import { bucketOf, changeKeys, decodeKeyBucket, type KeyEntry } from '@/lib/protocol/key-bucket';
import type { Manifest } from '@/lib/protocol/manifest';
import { decodePack } from '@/lib/protocol/pack';
import { openBlock } from '@/lib/protocol/seal-block';
import type { Database } from '@/server/db/schema';
import { bookKeysOf } from '@/server/publish/book-keys-of';
import { readBookHead } from '@/server/publish/pages';
import { readPage } from '@/server/publish/read-page';

/** Where a reader gets bytes from: a database, or a store over HTTP. */
export type BookSource = {
  keys: BookKeys;
  book: string;
  page(n: number): Promise<Uint8Array<ArrayBuffer> | null>;
};

type BlockEntries<T> = { version: number; entries: T[] };

/** What a client with plain lists would know, and whether its digests ever differed from a page's. */
export type BookReader = {
  cursor: number;
  customers: number;
  cards: Map<number, BlockEntries<CardEntry>>;
  keys: Map<number, BlockEntries<KeyEntry>>;
  /** every change in the order in which it came */
  changes: BookChange[];
  drift: string[];
};

export async function sourceOf(db: Kysely<Database>): Promise<BookSource> {
  const { book } = await readBookHead(db);
  return {
    keys: await bookKeysOf(db),
    book,
    page: async (n) => (await readPage(db, n, book))?.bytes ?? null,
  };
}

export function newReader(cursor = 0): BookReader {
  return { cursor, customers: 0, cards: new Map(), keys: new Map(), changes: [], drift: [] };
}

export async function openPage(source: BookSource, n: number): Promise<DeltaPage> {
  const bytes = await source.page(n);
  if (!bytes) throw new Error(`page ${n} is gone`);
  return decodeDeltaPage(await openBlock(source.keys, { kind: 'page', n }, bytes));
}

function applyCards(reader: BookReader, page: DeltaPage): void {
  for (const { n, digest } of page.cards) {
    const block = reader.cards.get(n) ?? { version: 0, entries: [] };
    const changes = page.changes.map((c) => c.card).filter((c) => cardBlockOf(c.number) === n);
    const entries = changeCards(
      block.entries,
      changes.filter((c) => c.version > block.version),
    );
    if (page.to >= block.version && !sameDigest(digestOfCards(entries), digest))
      reader.drift.push(`cards ${n} at ${page.to}`);
    reader.cards.set(n, { version: Math.max(block.version, page.to), entries });
  }
}

function applyKeys(reader: BookReader, page: DeltaPage): void {
  for (const { n, digest } of page.keys) {
    const block = reader.keys.get(n) ?? { version: 0, entries: [] };
    const changes = page.changes
      .filter(({ card }) => card.version > block.version)
      .flatMap(({ card: { number, version }, added, removed }) => [
        ...removed.map((key) => ({ key, number, version, kind: 'removed' as const })),
        ...added.map((key) => ({ key, number, version, kind: 'added' as const })),
      ])
      .filter(({ key }) => bucketOf(key) === n);
    const entries = changeKeys(block.entries, changes);
    if (page.to >= block.version && !sameDigest(digestOfKeys(entries), digest))
      reader.drift.push(`keys ${n} at ${page.to}`);
    reader.keys.set(n, { version: Math.max(block.version, page.to), entries });
  }
}

/** What a page changes for a reader, with digests compared as a client does. */
export function applyPage(reader: BookReader, page: DeltaPage): void {
  const asked = reader.cursor;
  reader.changes.push(...page.changes.filter((c) => c.card.version > asked));
  applyCards(reader, page);
  applyKeys(reader, page);
  reader.cursor = page.to;
  reader.customers = page.customers;
}

/** Applies pages until there is nothing newer. @param mostPages to stop somewhere on the way */
export async function follow(source: BookSource, reader: BookReader, mostPages = Infinity): Promise<void> {
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await openPage(source, pageAfter(reader.cursor));
    applyPage(reader, page);
    if (!page.full) return;
  }
}

/** A reader that begins with a snapshot. */
export async function readSnapshot(
  source: BookSource,
  manifest: Manifest | null,
  fetchPack: (id: string) => Promise<Uint8Array<ArrayBuffer> | null>,
): Promise<BookReader> {
  if (!manifest) throw new Error('there is no book yet');
  const reader = { ...newReader(manifest.version), customers: manifest.customers };
  for (const { id, kind, first, version } of manifest.packs) {
    const bytes = await fetchPack(id);
    if (!bytes) throw new Error(`pack ${id} is not there`);
    if (createHash('sha256').update(bytes).digest('hex') !== id) throw new Error(`pack ${id} is another`);
    for (const [i, sealed] of decodePack(bytes).entries()) {
      const n = first + i;
      const contents = await openBlock(source.keys, { kind, n }, sealed);
      if (kind === 'cards') reader.cards.set(n, { version, entries: decodeCardBlock(n, contents) });
      else reader.keys.set(n, { version, entries: decodeKeyBucket(n, contents) });
    }
  }
  return reader;
}

const inOrder = (a: KeyEntry, b: KeyEntry) =>
  a.key === b.key ? a.number - b.number : a.key < b.key ? -1 : 1;

/** All that a reader knows, so that two of them can be compared. */
export function contentOf({ cards, keys }: Pick<BookReader, 'cards' | 'keys'>) {
  const entries = [...cards.values()].flatMap((block) => block.entries);
  return {
    cards: entries
      .map((e) => ({ ...e, ...(e.kind === 'card' && { bytes: Buffer.from(e.bytes).toString('hex') }) }))
      .sort((a, b) => a.number - b.number),
    keys: [...keys.values()].flatMap((block) => block.entries).sort(inOrder),
  };
}

/** Cards among changes, with the numbers of those that are gone. */
export function cardsOf(changes: readonly BookChange[]): { cards: Card[]; removed: number[] } {
  const cards = changes.flatMap(({ card: { number, version, ...says } }) =>
    says.kind === 'card' ? [{ number, version, ...decodeCard(says.bytes) }] : [],
  );
  const removed = changes.filter((c) => c.card.kind === 'gone').map((c) => c.card.number);
  return { cards, removed };
}
