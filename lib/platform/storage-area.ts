/** What we use of the browser's small storages (`storage.session`, `storage.local`). Tests pass one in memory. */
export type StorageArea = {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
};

/** Runs `work` alone among all who name the same lock: `navigator.locks` in a browser. */
export type Exclusive = <T>(name: string, work: () => Promise<T>) => Promise<T>;
