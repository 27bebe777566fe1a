import type { Card } from '@/lib/domain/card';
import { isUnreadable } from '@/lib/platform/app-error';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { type CardEntry, cardBlockOf, decodeCardBlock } from '@/lib/protocol/card-block';
import { decodeCard } from '@/lib/protocol/card-codec';
import { bucketOf, findInBucket } from '@/lib/protocol/key-bucket';
import type { LookupKey } from '@/lib/protocol/lookup-key';
import type { BlockReader } from './block-reader';

/** A merged customer may have been merged again; a circle would be the store's mistake. */
const MOST_STEPS = 8;

const targetOf = (entry: CardEntry | null) => (entry?.kind === 'merged' ? entry.into : null);

/** From identifiers' keys to cards: two reads, two openings. */
export function createBookLookup({ contents, reading }: BlockReader) {
  async function entriesOf(numbers: readonly number[], keys: BookKeys): Promise<(CardEntry | null)[]> {
    const blocks = await contents('cards', numbers.map(cardBlockOf), keys);
    const found = new Map<number, CardEntry>();
    for (const [n, block] of blocks)
      for (const entry of await reading('cards', n, () => decodeCardBlock(n, block)))
        found.set(entry.number, entry);
    return numbers.map((number) => found.get(number) ?? null);
  }

  /** Where a customer was merged into another, that one's entry. */
  async function survivorsOf(numbers: readonly number[], keys: BookKeys): Promise<(CardEntry | null)[]> {
    let entries = await entriesOf(numbers, keys);
    for (let step = 0; step < MOST_STEPS && entries.some((e) => targetOf(e) !== null); step += 1) {
      const targets = entries.map(targetOf).filter((number) => number !== null);
      const further = new Map((await entriesOf(targets, keys)).map((entry, i) => [targets[i], entry]));
      entries = entries.map((entry) => {
        const target = targetOf(entry);
        return target === null ? entry : (further.get(target) ?? null);
      });
    }
    return entries;
  }

  async function toCard(entry: CardEntry | null): Promise<Card | null> {
    if (entry?.kind !== 'card') return null;
    const { number, version, bytes } = entry;
    const content = await reading('cards', cardBlockOf(number), () => decodeCard(bytes));
    return { number, version, ...content };
  }

  return {
    /**
     * @returns for each key, in order, the numbers of the cards it leads to; one transaction for all
     * @throws {AppError} `damaged` when one of them can't be answered
     */
    async lookup(wanted: readonly LookupKey[], keys: BookKeys): Promise<number[][]> {
      const buckets = await contents('keys', wanted.map(bucketOf), keys);
      const find = (key: LookupKey) => {
        const n = bucketOf(key);
        const bucket = buckets.get(n);
        return bucket ? reading('keys', n, () => findInBucket(bucket, key)) : [];
      };
      return Promise.all(wanted.map(find));
    },

    /**
     * For each number, in order, the card, or that of whom its customer was merged into; null where there is none. None
     * at all while one of them can't be read.
     */
    async getAll(numbers: readonly number[], keys: BookKeys): Promise<(Card | null)[]> {
      try {
        return await Promise.all((await survivorsOf(numbers, keys)).map(toCard));
      } catch (error) {
        if (isUnreadable(error)) return numbers.map(() => null);
        throw error;
      }
    },
  };
}
