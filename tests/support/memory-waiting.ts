import type { Waiting, WaitingEntry } from '@/lib/cache/waiting';

/** What waits, without a disk: for tests of what goes out and when. */
export function createMemoryWaiting() {
  const rows = new Map<string, WaitingEntry>();
  const values = new Map<string, string>();
  const waiting: Waiting = {
    put: async (row) => void rows.set(row.id, { ...row, refused: false }),
    due: async (now, kinds) =>
      [...rows.values()].filter((row) => row.dueAt <= now && !row.refused && kinds.includes(row.kind)),
    dueOf: async (kinds) => [...rows.values()].filter((row) => !row.refused && kinds.includes(row.kind)),
    putOff: async (id, dueAt) => {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, dueAt });
    },
    forgetRefused: async () => {
      for (const row of rows.values()) if (row.refused) rows.delete(row.id);
    },
    remove: async (id) => rows.delete(id),
    setLeaving: async (id, leaving) => {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, leaving });
      return row !== undefined;
    },
    takeBack: async (id) => !rows.get(id)?.leaving && rows.delete(id),
    refuse: async (id) => {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, refused: true });
    },
    refused: async (kinds, owners) =>
      [...rows.values()].filter(
        (row) => row.refused && kinds.includes(row.kind) && owners.includes(row.owner),
      ),
    values: async () => [...values].map(([id, value]) => ({ id, value: JSON.parse(value) })),
    keep: async (value, instead) => {
      for (const id of instead) values.delete(id);
      values.set(crypto.randomUUID(), JSON.stringify(value));
    },
  };
  return { waiting, rows: () => [...rows.values()], values };
}
