import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';

/** A storage area in memory. Values go through JSON, as the browser's do, so that nothing is shared by reference. */
export function createMemoryArea(): StorageArea & { keys(): string[] } {
  const items = new Map<string, string>();
  return {
    get: async (key) => {
      const text = items.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: async (key, value) => {
      items.set(key, JSON.stringify(value));
    },
    remove: async (key) => {
      items.delete(key);
    },
    keys: () => [...items.keys()],
  };
}

/** What `navigator.locks` does: one at a time per name, in order. */
export function createExclusive(): Exclusive {
  const tails = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const run = (tails.get(name) ?? Promise.resolve()).then(work, work);
    tails.set(name, run);
    return run;
  };
}
