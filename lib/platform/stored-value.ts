import type { z } from 'zod';
import type { Exclusive, StorageArea } from './storage-area';

export type StoredValue<T> = {
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** Reads, changes and writes with nobody in between. Returns what was written. */
  update(change: (value: T) => T): Promise<T>;
  clear(): Promise<void>;
};

type Place<T> = { area: StorageArea; exclusive: Exclusive; key: string; schema: z.ZodType<T>; fallback: T };

/**
 * One value in a storage area. What doesn't fit the schema (an older version wrote it) reads as the fallback.
 */
export function createStoredValue<T>({ area, exclusive, key, schema, fallback }: Place<T>): StoredValue<T> {
  const read = async () => {
    const parsed = schema.safeParse(await area.get(key));
    return parsed.success ? parsed.data : fallback;
  };
  const alone = <R>(work: () => Promise<R>) => exclusive(`heed-stored-${key}`, work);
  return {
    read,
    write: (value) => alone(() => area.set(key, value)),
    update: (change) =>
      alone(async () => {
        const next = change(await read());
        await area.set(key, next);
        return next;
      }),
    clear: () => alone(() => area.remove(key)),
  };
}
