import { type Card, cardSchema } from '@/lib/domain/card';
import type { CardRow, CardRowsDb } from './card-rows-db';
import { seal, unseal } from './sealed';

/** `keys` in hex. */
export type KeyedCard = { card: Card; keys: string[] };

const boundTo = (number: number) => `card ${number}`;

/** Cards in a row each, looked up by hashed keys: the baseline of benchmarks. */
export function createCardRows(db: CardRowsDb, key: CryptoKey) {
  const toRow = async ({ card, keys }: KeyedCard): Promise<CardRow> => {
    const sealed = await seal(key, card, boundTo(card.number));
    return { number: card.number, keys, sealed };
  };
  return {
    async put(cards: readonly KeyedCard[]): Promise<void> {
      // Sealed before the transaction: IndexedDB commits one that waits for anything else.
      const rows = await Promise.all(cards.map(toRow));
      await db.cards.bulkPut(rows);
    },

    /** @returns for each key, in order, the numbers of the cards it leads to */
    lookup: (keys: readonly string[]): Promise<number[][]> =>
      db.transaction('r', db.cards, () =>
        Promise.all(keys.map((k) => db.cards.where('keys').equals(k).primaryKeys())),
      ),

    async get(number: number): Promise<Card | null> {
      const row = await db.cards.get(number);
      return row ? cardSchema.parse(await unseal(key, row.sealed, boundTo(number))) : null;
    },
  };
}
