import { BookDb } from '@/lib/cache/book-db';
import { type BookStore, createBookStore } from '@/lib/cache/book-store';
import { type BookKeys, deriveBookKeys } from '@/lib/protocol/book-keys';

/** The book on this worker's disk, and the keys that it is under. */
export type OpenedBook = { db: BookDb; store: BookStore; keys: BookKeys };

let opened: OpenedBook | undefined;

/** @param lookupSecret base64 */
export async function openBook(lookupSecret: string): Promise<void> {
  const db = new BookDb();
  opened ??= { db, store: createBookStore(db, console.error), keys: await deriveBookKeys(lookupSecret) };
}

export function openedBook(): OpenedBook {
  if (!opened) throw new Error('Nothing is open');
  return opened;
}
