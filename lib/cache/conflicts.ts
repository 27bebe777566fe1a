import { uuidv7 } from '@/lib/platform/ids';
import type { NoteMutation, StoredNote } from '@/lib/protocol/mutation';
import type { NotesDb, OutboxRow } from './notes-db';
import { freshRow, type OutboxRows } from './outbox-rows';
import { onDisk } from './storage-error';

/** An edit that the store refused for a newer version, and what was edited on top of it since. */
export type Conflict = {
  noteId: string;
  name: string;
  /** what the author wrote last; null where it can't be read any more */
  mine: NoteMutation | null;
  theirs: StoredNote;
  /** rows that hold mine, in order */
  rows: OutboxRow[];
};

/** A choice asked for twice, or of somebody else, changes nothing. Until one is made, both texts stay on this computer. */
export function createConflicts(db: NotesDb, rows: OutboxRows) {
  async function find(userId: string, id: string): Promise<Conflict | null> {
    const row = await db.outbox.get(id);
    if (row?.userId !== userId || row.state !== 'needs-attention') return null;
    const { theirs } = await rows.open(row);
    if (!theirs) return null;
    const { noteId } = row;
    const chain = await rows.ofNote(userId, noteId);
    const { mutation: mine, name } = await rows.open(chain.at(-1) ?? row);
    return { noteId, name, mine, theirs, rows: chain };
  }

  const isOpen = async (id: string) => (await db.outbox.get(id))?.state === 'needs-attention';

  async function onTop({ mine, theirs, noteId, name, rows: chain }: Conflict, now: Date) {
    const head = chain[0];
    if (!mine || !head) return null;
    const at = now.toISOString();
    const { clientId, userId, args } = mine;
    const edit = { noteId, base: theirs.version, content: args.content };
    const mutation: NoteMutation = { id: uuidv7(now), clientId, userId, at, name: 'editNote', args: edit };
    const sealed = await rows.seal(head.userId, { name, mutation });
    const row: OutboxRow = {
      ...{ id: mutation.id, userId: head.userId, noteId, at, seq: head.seq ?? 0, sealed },
      ...freshRow,
    };
    return row;
  }

  return {
    get: (userId: string, id: string): Promise<Conflict | null> => onDisk(() => find(userId, id)),

    /** Mine goes again, on what the store has now; theirs stays in the store as an earlier version. */
    keepMine: (userId: string, id: string, now: Date): Promise<void> =>
      onDisk(async () => {
        const conflict = await find(userId, id);
        if (!conflict) return;
        const row = await onTop(conflict, now);
        if (!row) return;
        await db.transaction('rw', db.outbox, async () => {
          if (!(await isOpen(id))) return;
          await db.outbox.bulkDelete(conflict.rows.map((r) => r.id));
          await db.outbox.add(row);
        });
      }),

    /** Mine is not sent; for thirty days it is in the list and in what is saved as a file, and can be taken back. */
    keepTheirs: (userId: string, id: string, now: Date): Promise<void> =>
      onDisk(async () => {
        const conflict = await find(userId, id);
        const ids = conflict?.rows.map((r) => r.id) ?? [];
        await db.outbox.where('id').anyOf(ids).modify({ state: 'dropped', droppedAt: now.toISOString() });
      }),

    /** Asks again about what was dropped. */
    takeBack: (userId: string, id: string): Promise<void> =>
      onDisk(async () => {
        await rows
          .own(userId)
          .filter((row) => row.id === id && row.state === 'dropped')
          .modify((row) => {
            row.state = row.theirs ? 'needs-attention' : 'waiting';
            delete row.droppedAt;
          });
      }),

    /** Both are in one draft that is on disk: the rows have done their work. */
    joined: (conflict: Conflict): Promise<void> =>
      onDisk(() => db.outbox.bulkDelete(conflict.rows.map((r) => r.id))),
  };
}

export type Conflicts = ReturnType<typeof createConflicts>;
