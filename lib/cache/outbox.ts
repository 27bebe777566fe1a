import { z } from 'zod';
import { AppError } from '@/lib/platform/app-error';
import { DAY } from '@/lib/platform/clock';
import { type Mutation, mutationSchema } from '@/lib/protocol/mutation';
import { activeId, finishedId } from './drafts';
import type { NotesDb, OutboxRow } from './notes-db';
import { seal, unseal } from './sealed';
import { onDisk } from './storage-error';
import type { UserKeys } from './user-key';

const entrySchema = z.object({ name: z.string(), mutation: mutationSchema });

/** An unsent note of the user's own. `mutation` is null where the row can't be read any more. */
export type OutboxEntry = Pick<OutboxRow, 'id' | 'at' | 'state' | 'code'> & {
  name: string;
  mutation: Mutation | null;
};

export type OutboxCounts = { waiting: number; needsAttention: number; oldestAt: string | null };

/** `userId` is the row's owner, `NoteUser.id`; the mutation's is the store's own. */
export type Finish = { userId: string; mutation: Mutation; name: string; rev: number; now: Date };

const KEEP_FINISHED = 30 * DAY;
const boundTo = (userId: string, id: string) => `outbox ${userId} ${id}`;

export function createOutbox(db: NotesDb, userKeys: UserKeys) {
  async function open(row: OutboxRow): Promise<OutboxEntry> {
    const { id, userId, at, state, code } = row;
    const key = await userKeys.of(userId);
    const value = await unseal(key, row.sealed, boundTo(userId, id)).catch(() => null);
    const entry = entrySchema.safeParse(value).data;
    return { id, at, state, code, name: entry?.name ?? '', mutation: entry?.mutation ?? null };
  }

  const ownRows = (userId: string) => db.outbox.where('userId').equals(userId);

  /** Tombstones of finished notes are needed while a frame may still hold a keystroke, not for ever. */
  async function forgetOldFinished(now: Date): Promise<void> {
    const before = new Date(now.getTime() - KEEP_FINISHED).toISOString();
    await db.meta
      .where('id')
      .startsWith(finishedId(''))
      .filter((row) => typeof row.value === 'string' && row.value < before)
      .delete();
  }

  async function moveToOutbox({ userId, rev, now }: Finish, row: OutboxRow): Promise<boolean> {
    const draft = await db.drafts.get(row.noteId);
    if (draft?.userId !== userId || draft.rev !== rev) return false;
    const pin = activeId(row.userId);
    await db.drafts.delete(row.noteId);
    await db.outbox.add(row);
    await db.meta.put({ id: finishedId(row.noteId), value: now.toISOString() });
    if ((await db.meta.get(pin))?.value === row.noteId) await db.meta.delete(pin);
    await forgetOldFinished(now);
    return true;
  }

  return {
    /**
     * The draft becomes a note on its way: the row goes in, the draft and the pin on the call go out, in one transaction.
     * @throws {AppError} `not-found` when the draft is not at `rev` any more
     */
    finish: (finish: Finish): Promise<void> =>
      onDisk(async () => {
        const { userId, mutation, name, now } = finish;
        const { id } = mutation;
        const sealed = await seal(await userKeys.of(userId), { name, mutation }, boundTo(userId, id));
        const at = now.toISOString();
        const noteId = mutation.args.noteId;
        const row: OutboxRow = { id, userId, noteId, at, state: 'waiting', code: null, failures: 0, sealed };
        const moved = await db.transaction('rw', db.drafts, db.outbox, db.meta, () =>
          moveToOutbox(finish, row),
        );
        if (!moved) throw new AppError('not-found', 'the draft has moved on');
      }),

    /** The user's own unsent notes, oldest first. */
    list: (userId: string): Promise<OutboxEntry[]> =>
      onDisk(async () => Promise.all((await ownRows(userId).sortBy('id')).map(open))),

    /** The next to send: waiting, the least troubled first, then the oldest. */
    due: (userId: string, limit: number): Promise<OutboxEntry[]> =>
      onDisk(async () => {
        const waiting = await ownRows(userId)
          .filter((row) => row.state === 'waiting')
          .toArray();
        waiting.sort((a, b) => a.failures - b.failures || a.id.localeCompare(b.id));
        return Promise.all(waiting.slice(0, limit).map(open));
      }),

    /** The store has it. */
    remove: (id: string): Promise<void> => onDisk(() => db.outbox.delete(id)),

    /** The store won't have it: kept, shown, exportable, and out of the others' way. */
    needsAttention: (id: string, code: string): Promise<void> =>
      onDisk(async () => {
        await db.outbox.update(id, { state: 'needs-attention', code });
      }),

    failed: (id: string): Promise<void> =>
      onDisk(async () => {
        await db.outbox
          .where('id')
          .equals(id)
          .modify((row) => {
            row.failures += 1;
          });
      }),

    /** Puts back what needed attention: the person thinks that the cause is gone. */
    retry: (userId: string): Promise<void> =>
      onDisk(async () => {
        await ownRows(userId).modify({ state: 'waiting', code: null, failures: 0 });
      }),

    counts: (userId: string): Promise<OutboxCounts> =>
      onDisk(async () => {
        const rows = await ownRows(userId).toArray();
        const waiting = rows.filter((r) => r.state === 'waiting').length;
        const oldestAt = rows.reduce<string | null>((old, r) => (old && old < r.at ? old : r.at), null);
        return { waiting, needsAttention: rows.length - waiting, oldestAt };
      }),

    /** Other people's unsent notes on this computer: how many, and nothing else. */
    countOfOthers: (userId: string | null): Promise<number> =>
      onDisk(() =>
        userId === null ? db.outbox.count() : db.outbox.where('userId').notEqual(userId).count(),
      ),
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
