import { Dexie, type EntityTable } from 'dexie';
import type { Sealed } from './sealed';

/** One customer: number and hashed keys in the open, the card sealed. */
export type CardRow = { number: number; keys: string[]; sealed: Sealed };

/** How far the cards have come. One row. */
export type CardsStateRow = {
  id: 'cards';
  /** which keys and which wire the rows were written under: under others they mean nothing */
  fingerprint: string;
  cursor: number;
  count: number;
  total: number;
  lastPullAt: string;
};

/**
 * A row per customer. It is the plain way, kept as the baseline that a packed cache has to beat; nothing outside
 * `cards-store.ts` knows it.
 */
export class CardsDb extends Dexie {
  declare cards: EntityTable<CardRow, 'number'>;
  declare state: EntityTable<CardsStateRow, 'id'>;

  constructor() {
    super('heed-cards');
    this.version(1).stores({ cards: 'number, *keys', state: 'id' });
  }
}
