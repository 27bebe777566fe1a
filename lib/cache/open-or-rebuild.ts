import type { BookDb } from './book-db';
import { isQuota } from './storage-error';

/** What the disk or the browser says of itself; the book may be whole, and open the next time. */
const PASSING = ['UnknownError', 'AbortError', 'TimeoutError', 'DatabaseClosedError', 'MissingAPIError'];

const mayPass = (error: unknown) =>
  isQuota(error) || (error instanceof Error && PASSING.includes(error.name));

/**
 * Opens the book. One that this Heed can't take over from an older one is thrown away and fetched again: nothing in
 * it is anyone's only copy.
 * @param onRebuild hears why it was thrown away
 */
export async function openOrRebuild(db: BookDb, onRebuild: (cause: unknown) => void): Promise<void> {
  try {
    await db.open();
  } catch (error) {
    if (mayPass(error)) throw error;
    onRebuild(error);
    await db.delete();
    await db.open();
  }
}
