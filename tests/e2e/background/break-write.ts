import type { Dexie } from 'dexie';

/**
 * Makes the n-th write to this database fail as on a full disk, and every later one; call it before it is used.
 * @returns how many writes there were, and a way to make room
 */
export function failFromWrite(db: Dexie, nth: number): { writes(): number; makeRoom(): void } {
  let writes = 0;
  let full = true;
  db.use({
    stack: 'dbcore',
    name: 'full disk',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          mutate(request) {
            writes += 1;
            if (full && writes >= nth) return Promise.reject(new DOMException('', 'QuotaExceededError'));
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return {
    writes: () => writes,
    makeRoom() {
      full = false;
    },
  };
}
