import { sha256 } from '@/lib/platform/hex';
import { digestOfCards, digestOfKeys } from '@/lib/protocol/block-digest';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { type CardChange, type CardEntry, cardBlockOf, encodeCardBlock } from '@/lib/protocol/card-block';
import { encodeCard } from '@/lib/protocol/card-codec';
import {
  type BookChange,
  type DeltaPage,
  encodeDeltaPage,
  VERSIONS_PER_PAGE,
} from '@/lib/protocol/delta-page';
import { BUCKETS, bucketOf, encodeKeyBucket, type KeyEntry } from '@/lib/protocol/key-bucket';
import type { LookupKey } from '@/lib/protocol/lookup-key';
import type { Manifest, PackEntry } from '@/lib/protocol/manifest';
import { encodePack } from '@/lib/protocol/pack';
import { sealStable } from '@/lib/protocol/seal-block';
import { makeCard } from './makers';

type Kind = 'cards' | 'keys';
type Made = { manifest: Manifest; packs: Map<string, Uint8Array<ArrayBuffer>> };
/** What becomes of a card; `keys` are all that lead to it from now on. */
type SnapshotOptions = {
  /** where a pack lies; null: under the store's own address */
  urlOf?(id: string): string | null;
  /** what happens while a pack is written, so that the next are of a later version */
  between?(): void;
};
type Wish = { number: number; keys?: LookupKey[]; points?: number; gone?: boolean; into?: number };

const BOOK = '0197a000-0000-7000-8000-000000000001';

const unique = (ns: readonly number[]) => [...new Set(ns)].sort((a, b) => a - b);

/**
 * A book as a store would publish it, worked out plainly, block by block: what the client makes of its pages is
 * compared with this. Runs in Node and in a page.
 */
export function createBookMaker(keys: BookKeys, { book = BOOK, perPack = 4 } = {}) {
  const cards = new Map<number, CardEntry>();
  const ways = new Map<number, LookupKey[]>();
  const changes: BookChange[] = [];
  const full: DeltaPage[] = [];

  const keysOf = (number: number) => ways.get(number) ?? [];
  const cardsIn = (n: number) =>
    [...cards.values()].filter((e) => cardBlockOf(e.number) === n).sort((a, b) => a.number - b.number);
  const keysIn = (n: number): KeyEntry[] =>
    [...ways].flatMap(([number, own]) =>
      own.filter((key) => bucketOf(key) === n).map((key) => ({ key, number })),
    );
  const customers = () => [...cards.values()].filter((entry) => entry.kind === 'card').length;

  function changeOf({ number, keys: wanted, points = 0, gone, into }: Wish): BookChange {
    const version = changes.length + 1;
    const { number: _n, version: _v, ...content } = makeCard(number);
    const bytes = encodeCard({ ...content, risk: { ...content.risk, points } });
    const head = { number, version };
    const card: CardChange = gone
      ? { ...head, kind: 'gone' }
      : into === undefined
        ? { ...head, kind: 'card', bytes }
        : { ...head, kind: 'merged', into };
    const before = keysOf(number);
    const after = gone || into !== undefined ? [] : (wanted ?? before);
    return {
      card,
      added: after.filter((key) => !before.includes(key)),
      removed: before.filter((key) => !after.includes(key)),
    };
  }

  function take(wish: Wish): void {
    const change = changeOf(wish);
    const { card, added, removed } = change;
    changes.push(change);
    if (card.kind === 'gone') cards.delete(card.number);
    else cards.set(card.number, card);
    const kept = keysOf(card.number).filter((key) => !removed.includes(key));
    ways.set(card.number, [...kept, ...added]);
    if (card.version % VERSIONS_PER_PAGE === 0) full.push(pageNow(full.length));
  }

  /** The page as it is now: what its blocks hold later is no business of its. */
  function pageNow(n: number): DeltaPage {
    const all = changes.slice(n * VERSIONS_PER_PAGE, (n + 1) * VERSIONS_PER_PAGE);
    const touchedCards = unique(all.map((c) => cardBlockOf(c.card.number)));
    const touchedKeys = unique(all.flatMap((c) => [...c.added, ...c.removed].map(bucketOf)));
    return {
      book,
      to: n * VERSIONS_PER_PAGE + all.length,
      full: all.length === VERSIONS_PER_PAGE,
      customers: customers(),
      changes: all,
      cards: touchedCards.map((b) => ({ n: b, digest: digestOfCards(cardsIn(b)) })),
      keys: touchedKeys.map((b) => ({ n: b, digest: digestOfKeys(keysIn(b)) })),
    };
  }

  const contentsOf = (kind: Kind, n: number) =>
    kind === 'cards' ? encodeCardBlock(cardsIn(n)) : encodeKeyBucket(keysIn(n));

  async function packOf(kind: Kind, first: number, count: number) {
    const ns = Array.from({ length: count }, (_, i) => first + i);
    const sealed = await Promise.all(ns.map((n) => sealStable(keys, { kind, n }, contentsOf(kind, n))));
    const bytes = encodePack(sealed);
    const id = await sha256(bytes);
    const entry: PackEntry = {
      id,
      bytes: bytes.length,
      kind,
      first,
      count,
      version: changes.length,
      url: null,
    };
    return { entry, bytes };
  }

  return {
    book,
    /** changes in the order of their versions, one each */
    change(...wishes: Wish[]): void {
      for (const wish of wishes) take(wish);
    },
    version: () => changes.length,

    page: (n: number): DeltaPage => full[n] ?? pageNow(n),
    sealedPage(n: number, change: Partial<DeltaPage> = {}): Promise<Uint8Array<ArrayBuffer>> {
      const page = { ...(full[n] ?? pageNow(n)), ...change };
      return sealStable(keys, { kind: 'page', n }, encodeDeltaPage(page));
    },

    contentsOf,
    sealedBlock: (kind: Kind, n: number) => sealStable(keys, { kind, n }, contentsOf(kind, n)),

    /** @param buckets how many of the 4,096 to pack, from the first: a test's keys may all lie in a few */
    async snapshot(buckets = BUCKETS, { urlOf = () => null, between }: SnapshotOptions = {}): Promise<Made> {
      const begun = { version: changes.length, customers: customers() };
      const blocks = cardBlockOf(Math.max(0, ...cards.keys())) + 1;
      const made: Awaited<ReturnType<typeof packOf>>[] = [];
      const add = async (kind: Kind, first: number, count: number) => {
        if (made.length > 0) between?.();
        made.push(await packOf(kind, first, count));
      };
      for (let first = 0; first < blocks; first += perPack)
        await add('cards', first, Math.min(perPack, blocks - first));
      const width = Math.max(1, buckets / 4);
      for (let first = 0; first < buckets; first += width) await add('keys', first, width);
      const packs = made.map(({ entry }) => ({ ...entry, url: urlOf(entry.id) }));
      return {
        manifest: { book, ...begun, packs },
        packs: new Map(made.map(({ entry, bytes }) => [entry.id, bytes])),
      };
    },
  };
}

export type BookMaker = ReturnType<typeof createBookMaker>;
