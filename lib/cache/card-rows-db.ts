import { Dexie, type EntityTable } from 'dexie';
import type { Sealed } from './sealed';

const CARD_ROWS = 'heed-cards';

/** One customer: number and hashed keys in the open, the card sealed. */
export type CardRow = { number: number; keys: string[]; sealed: Sealed };

/**
 * A row per customer, as the first Heed kept them. It is what the packed book is measured against (`npm run bench --
 * sync`), and nothing else uses it.
 */
export class CardRowsDb extends Dexie {
  declare cards: EntityTable<CardRow, 'number'>;

  constructor() {
    super(CARD_ROWS);
    this.version(1).stores({ cards: 'number, *keys' });
  }
}

/** A browser that had the first Heed still has its rows. */
export const dropCardRows = (): Promise<void> => Dexie.delete(CARD_ROWS);
