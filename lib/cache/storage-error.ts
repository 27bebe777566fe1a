import { AppError } from '@/lib/platform/app-error';

/** Dexie wraps the browser's error: the quota is told by the inner one. */
export function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'QuotaExceededError') return true;
  return 'inner' in error && error.inner !== error && isQuota(error.inner);
}

/**
 * Runs work on a database. Whatever goes wrong there comes out as `storage-full` or `storage-failed`, so that a
 * person is told plainly; our own errors pass as they are.
 */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(isQuota(error) ? 'storage-full' : 'storage-failed', 'IndexedDB', { cause: error });
  }
}
