import { Dexie, type EntityTable, type Table } from 'dexie';
import type { BlockName } from '@/lib/protocol/seal-block';

/*
 * book        all that a store published: a card for each customer, and the lookup keys that lead to it
 * block       some of it in one row: the cards of 128 numbers that follow one another, or a bucket
 * bucket      the lookup keys that begin with the same 12 bits, each with the number of a card
 * version     counts the store's changes: a block has all of its own up to its version, and none after it
 * cursor      the version up to which all of the book here has every change
 * generation  counts the books on this disk: two lie here while a new one is on its way
 * place       where a row lies: its generation, then which block it is
 * coming      the book on its way, of which some packs are here; lookups read the old one until all are
 */

/** A block of cards or a bucket of keys, sealed. */
export type BlockRow = {
  /** which generation of the book, and which block of it: see `placeOf` */
  place: number;
  /** it holds every change up to this version, and none after it */
  version: number;
  bytes: Uint8Array<ArrayBuffer>;
};

/** The book that lookups read. One row, there only once everything has arrived. */
export type BookStateRow = {
  id: 'book';
  /** which keys and which wire the blocks were written under: under others they mean nothing */
  fingerprint: string;
  /** the store's name for this book */
  book: string;
  generation: number;
  /** version of the last change that was applied */
  cursor: number;
  customers: number;
  lastPullAt: string;
};

/** A book that is on its way here. Its packs that have arrived stand in `packs`. */
export type ComingRow = {
  id: 'coming';
  fingerprint: string;
  /** after a store was put back, versions count anew: blocks of another book would pass for newer than they are */
  book: string;
  generation: number;
};

/** A pack that was proven whole and written, in the same transaction. */
export type PackRow = { id: string; bytes: number };

/** A block that can't be opened, or holds something else than the store says: to be fetched again. */
export type DamagedRow = { kind: BlockKind; n: number };

/** Tables of blocks, by what these hold. */
export type BlockKind = Exclude<BlockName['kind'], 'page'>;

/** A book is replaced by the next one whole: both lie here until the new one is complete. */
const BLOCKS_PER_GENERATION = 2 ** 32;

/** Places of one generation stand together, in the order of their blocks. */
export const placeOf = (generation: number, n: number): number => generation * BLOCKS_PER_GENERATION + n;

/** All that the extension knows of customers. Rebuilt from the store whenever it is in doubt: nothing here is anyone's only copy. */
export class BookDb extends Dexie {
  declare cards: EntityTable<BlockRow, 'place'>;
  declare keys: EntityTable<BlockRow, 'place'>;
  declare state: Table<BookStateRow | ComingRow, string>;
  declare packs: EntityTable<PackRow, 'id'>;
  declare damaged: Table<DamagedRow, [BlockKind, number]>;

  constructor() {
    super('heed-book');
    this.version(1).stores({
      cards: 'place',
      keys: 'place',
      state: 'id',
      packs: 'id',
      damaged: '[kind+n]',
    });
  }
}
