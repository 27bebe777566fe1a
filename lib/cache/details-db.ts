import { Dexie, type EntityTable } from 'dexie';
import type { Sealed } from './sealed';

/** What one customer said and was promised, as the store last told it: sealed, with when that was. */
export type DetailRow = {
  number: number;
  /** counts openings, so that the one opened longest ago can be told on a computer whose clock jumps, too */
  opened: number;
  sealed: Sealed;
};

/** Whose sign-in the rows were written under. One row. */
export type DetailsOwnerRow = { id: 'owner'; owner: string };

/** A database of its own, so that forgetting it comes near nothing else. Only the background opens it. */
export class DetailsDb extends Dexie {
  declare details: EntityTable<DetailRow, 'number'>;
  declare owner: EntityTable<DetailsOwnerRow, 'id'>;

  constructor() {
    super('heed-details');
    this.version(1).stores({ details: 'number, opened', owner: 'id' });
  }
}
