import type { CardContent } from '@/lib/domain/card';
import { sha256 } from '@/lib/platform/hex';
import { digestOfCards, digestOfKeys } from '@/lib/protocol/block-digest';
import { type BookKeys, deriveBookKeys } from '@/lib/protocol/book-keys';
import { CARDS_PER_BLOCK, type CardEntry, cardBlockOf, encodeCardBlock } from '@/lib/protocol/card-block';
import { encodeCard } from '@/lib/protocol/card-codec';
import { type BookChange, pageAfter, VERSIONS_PER_PAGE } from '@/lib/protocol/delta-page';
import { bucketOf, encodeKeyBucket, type KeyEntry } from '@/lib/protocol/key-bucket';
import type { Manifest, PackEntry } from '@/lib/protocol/manifest';
import { encodePack } from '@/lib/protocol/pack';
import { sealStable } from '@/lib/protocol/seal-block';
import { emptyPage, type NumberedPage } from '@/server/publish/assemble-pages';
import { sealPage } from '@/server/publish/pages';
import type { BlockRun } from '@/server/publish/read-blocks';
import { runsOf } from '@/server/snapshot/build-snapshot';
import { cardOf } from './generated-customer';
import { gatherKeys, keysOf, LOOKUP_SECRET } from './generated-keys';

export type PageBytes = { n: number; bytes: Uint8Array };

type Pack = { entry: PackEntry; bytes: Uint8Array };

export type GeneratedBook = {
  manifest: Manifest;
  pack(id: string): Uint8Array | undefined;
  /** cards without anything around them and keys with their pointers: what there is to carry at least */
  plainBytes: number;
  /** a sealed page of `count` changes after the manifest's version: most re-scored, one in twenty new with three keys */
  page(count: number): Promise<PageBytes>;
  /** the page that follows so many changes: nothing yet */
  emptyPage(count: number): Promise<PageBytes>;
};

function entryOf(number: number, version: number, change: Partial<CardContent> = {}): CardEntry {
  return { number, version, kind: 'card', bytes: encodeCard({ ...cardOf(number), ...change }) };
}

const numbersIn = (block: number, customers: number): number[] =>
  Array.from({ length: CARDS_PER_BLOCK }, (_, i) => block * CARDS_PER_BLOCK + i).filter(
    (n) => n > 0 && n <= customers,
  );

/** What the blocks of a run hold, one after another. */
function contentsOf({ kind, first, count }: BlockRun, customers: number, keysIn: KeysIn) {
  if (kind === 'keys') return Array.from({ length: count }, (_, i) => encodeKeyBucket(keysIn(first + i)));
  return Array.from({ length: count }, (_, i) =>
    encodeCardBlock(numbersIn(first + i, customers).map((number) => entryOf(number, number))),
  );
}

async function makePack(
  keys: BookKeys,
  run: BlockRun,
  contents: Uint8Array[],
  version: number,
): Promise<Pack> {
  const { kind, first } = run;
  const blocks = await Promise.all(contents.map((c, i) => sealStable(keys, { kind, n: first + i }, c)));
  const bytes = encodePack(blocks);
  return { entry: { id: await sha256(bytes), bytes: bytes.length, ...run, version, url: null }, bytes };
}

/** A book of generated customers, numbered 1 to `customers`, each with an e-mail, a phone and an id of the CRM. */
export async function generateBook(customers: number): Promise<GeneratedBook> {
  const keys = await deriveBookKeys(LOOKUP_SECRET);
  // Versions stand where pages begin, so that a page of changes is a whole one.
  const version = pageAfter(customers + VERSIONS_PER_PAGE - 1) * VERSIONS_PER_PAGE;
  const keysIn = gatherKeys(customers);
  const packs: Pack[] = [];
  let plainBytes = customers * 3 * 12;
  for (const run of runsOf(customers)) {
    const contents = contentsOf(run, customers, keysIn);
    if (run.kind === 'cards') plainBytes += contents.reduce((sum, c) => sum + c.length, 0);
    packs.push(await makePack(keys, run, contents, version));
  }
  const byId = new Map(packs.map(({ entry, bytes }) => [entry.id, bytes]));
  const manifest = { book: BOOK, version, customers, packs: packs.map(({ entry }) => entry) };
  return {
    manifest,
    plainBytes,
    pack: (id) => byId.get(id),
    page: (count) => makePage(keys, { customers, version, count, keysIn }),
    emptyPage: (count) => seal(keys, emptyPage({ book: BOOK, to: version + count, customers })),
  };
}

const BOOK = '0197a000-0000-7000-8000-000000000001';

type KeysIn = ReturnType<typeof gatherKeys>;

type PageOf = { customers: number; version: number; count: number; keysIn: KeysIn };

const seal = async (keys: BookKeys, numbered: NumberedPage): Promise<PageBytes> => ({
  n: numbered.n,
  bytes: await sealPage(keys, numbered),
});

async function makePage(keys: BookKeys, { customers, version, count, keysIn }: PageOf): Promise<PageBytes> {
  const changes: BookChange[] = [];
  const changed = new Map<number, CardEntry>();
  for (let i = 0; i < count; i += 1) {
    const isNew = i % 20 === 0;
    const number = isNew ? customers + 1 + i / 20 : 1 + ((i * 7919 * 104_729) % customers);
    const entry = entryOf(number, version + 1 + i, { contacts90: 7 });
    const added = isNew ? keysOf(number) : [];
    changed.set(number, entry);
    changes.push({ card: entry, added, removed: [] });
  }
  const blocks = [...new Set(changes.map(({ card }) => cardBlockOf(card.number)))];
  const touched = [...new Set(changes.flatMap(({ added }) => added.map(bucketOf)))];
  const addedIn = (n: number): KeyEntry[] =>
    changes.flatMap(({ card, added }) =>
      added.filter((key) => bucketOf(key) === n).map((key) => ({ key, number: card.number })),
    );
  const cardsAfter = (n: number) =>
    numbersIn(n, customers + count).flatMap((number) => {
      const entry = changed.get(number) ?? (number <= customers ? entryOf(number, number) : null);
      return entry ? [entry] : [];
    });
  const page = {
    ...{
      book: BOOK,
      to: version + count,
      full: count === VERSIONS_PER_PAGE,
      customers: customers + count / 20,
      changes,
    },
    cards: blocks.map((n) => ({ n, digest: digestOfCards(cardsAfter(n)) })),
    keys: touched.map((n) => ({ n, digest: digestOfKeys([...keysIn(n), ...addedIn(n)]) })),
  };
  return seal(keys, { n: pageAfter(version), page });
}
