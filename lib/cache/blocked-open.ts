import type { Dexie } from 'dexie';
import { AppError } from '@/lib/platform/app-error';
import { SECOND } from '@/lib/platform/clock';

/** A Heed that is being updated lets go by itself, and work that needs no database is done in a moment. */
const PATIENCE = SECOND;

/**
 * Watches whether the opening of a database waits for another connection, of an older Heed that doesn't let go. Then
 * whatever is asked of the database waits too, without an answer; all of it is done once that one has let go.
 */
export function watchBlockedOpen(db: Dexie) {
  let isBlocked = false;
  let heardFree = () => {};
  /** how to refuse what is being done */
  const underWay = new Set<() => void>();
  const refuseLater = (refuse: () => void) => setTimeout(() => isBlocked && refuse(), PATIENCE);

  db.on('blocked', () => {
    isBlocked = true;
    for (const refuse of underWay) refuseLater(refuse);
  });
  const opened = () => {
    if (!isBlocked) return;
    isBlocked = false;
    heardFree();
  };
  db.on('ready', opened, true);

  return {
    /**
     * What the work comes to, which may need the database.
     * @throws {AppError} `storage-blocked` where it isn't done, and won't be before somebody lets go
     */
    unlessBlocked: <T>(work: Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        const refuse = () => reject(new AppError('storage-blocked'));
        underWay.add(refuse);
        if (isBlocked) refuseLater(refuse);
        work.then(resolve, reject).finally(() => underWay.delete(refuse));
      }),

    /** The database is open at last. */
    whenFree(listener: () => void): void {
      heardFree = listener;
    },
  };
}
