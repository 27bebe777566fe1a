import { lists, lookups } from './worker/lookups';
import { openBook, openedBook } from './worker/opened-book';
import { pull } from './worker/pull';
import { storeBlobs } from './worker/store-blobs';
import { storeRows } from './worker/store-rows';

/*
 * What a benchmark drives inside a worker of a real browser: the product's own code over that browser's IndexedDB and
 * network, beside the plainest code that does the same.
 */

const places = {
  open: openBook,
  clear: () => openedBook().store.clear(),
  pull,
  storeBlobs,
  storeRows,
  lookups,
  lists,
};
export type InWorker = typeof places;
type WorkerCall = { id: number; name: keyof InWorker; args: unknown[] };

globalThis.onmessage = async ({ data }: MessageEvent<WorkerCall>) => {
  const { id, name, args } = data;
  try {
    const work = places[name] as (...args: unknown[]) => Promise<unknown>;
    globalThis.postMessage({ id, value: await work(...args) });
  } catch (error) {
    globalThis.postMessage({ id, error: String(error) });
  }
};
