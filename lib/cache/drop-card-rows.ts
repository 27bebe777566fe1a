import { Dexie } from 'dexie';

/** The first Heed kept a row for each customer in a database of its own, and a browser that had it still has them. */
export const dropCardRows = (): Promise<void> => Dexie.delete('heed-cards');
