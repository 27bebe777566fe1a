import type { OutboxEntry } from '@/lib/cache/outbox-rows';
import type { StoredNote } from '@/lib/protocol/mutation';
import { makeMutation } from './makers';

export type MemoryRow = OutboxEntry & { userId: string; failures: number };

/** The n-th note of a rep, as it waits. */
export function makeRow(n: number, change: Partial<MemoryRow> = {}): MemoryRow {
  const mutation = makeMutation(n);
  const { id, at } = mutation;
  const waiting = { id, at, state: 'waiting', code: null, name: `Customer ${n}`, mutation } as const;
  const none = { doubt: null, theirs: null };
  return { ...waiting, ...none, userId: 'ana', failures: 0, ...change };
}

/** What the way up needs of an outbox, without a disk: for tests of how answers are taken. */
export function createMemoryOutbox(start: readonly MemoryRow[]) {
  let rows = [...start];
  const editsSent: string[] = [];
  const find = (id: string) => rows.find((r) => r.id === id);
  return {
    rows: () => rows,
    add: (...more: MemoryRow[]) => {
      rows.push(...more);
    },
    due: async (userId: string, limit: number) =>
      rows
        .filter((r) => r.userId === userId && r.state === 'waiting')
        .sort((a, b) => a.failures - b.failures || a.id.localeCompare(b.id))
        .slice(0, limit),
    editsSent: () => editsSent,
    remove: async (ids: readonly string[], edits: readonly string[] = []) => {
      editsSent.push(...edits);
      rows = rows.filter((r) => !ids.includes(r.id));
    },
    needsAttention: async (id: string, code: string, theirs: StoredNote | null = null) => {
      Object.assign(find(id) ?? {}, { state: 'needs-attention', code, theirs });
    },
    failed: async (id: string) => {
      const failed = find(id);
      if (failed) failed.failures += 1;
    },
  };
}

export type MemoryOutbox = ReturnType<typeof createMemoryOutbox>;
