import { Dexie, type EntityTable } from 'dexie';
import { type Sealed, seal } from '@/lib/cache/sealed';
import type { Card } from '@/lib/domain/card';

/** One customer: number and hashed keys in the open, the card sealed. */
type CardRow = { number: number; keys: string[]; sealed: Sealed };

/** A row per customer, as the first Heed kept them: what the packed book is measured against. */
export class CardRowsDb extends Dexie {
  declare cards: EntityTable<CardRow, 'number'>;

  constructor() {
    super('heed-bench-cards');
    this.version(1).stores({ cards: 'number, *keys' });
  }
}

/** `keys` in hex. */
export type KeyedCard = { card: Card; keys: string[] };

/** Seals cards and writes each into a row of its own. */
export async function putCardRows(
  db: CardRowsDb,
  key: CryptoKey,
  cards: readonly KeyedCard[],
): Promise<void> {
  // Sealed before the transaction: IndexedDB commits one that waits for anything else.
  const rows = await Promise.all(
    cards.map(async ({ card, keys }): Promise<CardRow> => {
      const { number } = card;
      return { number, keys, sealed: await seal(key, card, `card ${number}`) };
    }),
  );
  await db.cards.bulkPut(rows);
}
