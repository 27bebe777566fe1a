import { z } from 'zod';
import {
  type HandOver,
  type Mutation,
  mutationSchema,
  type NoteMutation,
  type ReportDoubt,
  type StoredNote,
  storedNoteSchema,
} from '@/lib/protocol/mutation';
import { type CallRest, callRestSchema } from './drafts';
import { inOrder } from './edit-chain';
import type { NotesDb, OutboxRow } from './notes-db';
import { type Sealed, seal, unseal } from './sealed';
import type { UserKeys } from './user-key';

const entrySchema = z.object({
  name: z.string(),
  mutation: mutationSchema,
  call: callRestSchema.exactOptional(),
});
type Entry = z.infer<typeof entrySchema>;

/** What the user has not sent yet: a note, a doubt, or a handover. All are null where the row can't be read any more. */
export type OutboxEntry = Pick<OutboxRow, 'id' | 'at' | 'state' | 'code' | 'tried'> & {
  name: string;
  mutation: NoteMutation | null;
  doubt: ReportDoubt | null;
  handover?: HandOver | null;
  /** what the store has, where it answered with a conflict */
  theirs: StoredNote | null;
  call?: CallRest | undefined;
};

const boundTo = (userId: string, id: string) => `outbox ${userId} ${id}`;
/** Where the last edit that the store took is remembered, sealed as it went. */
export const SENT = 'sent:';
export const sentId = ({ userId, noteId }: Pick<OutboxRow, 'userId' | 'noteId'>) =>
  `${SENT}${userId} ${noteId}`;
const theirsBoundTo = (userId: string, id: string) => `conflict ${userId} ${id}`;

function sorted(mutation: Mutation | undefined): Pick<OutboxEntry, 'mutation' | 'doubt' | 'handover'> {
  const none = { mutation: null, doubt: null, handover: null };
  if (mutation?.name === 'reportDoubt') return { ...none, doubt: mutation };
  if (mutation?.name === 'handOver') return { ...none, handover: mutation };
  return { ...none, mutation: mutation ?? null };
}

/** How a row begins: it waits, and can't have reached the store. */
export const freshRow = { state: 'waiting', code: null, failures: 0, tried: false } as const;

/** Rows of the outbox, sealed and opened under their author's key. */
export function createOutboxRows(db: NotesDb, userKeys: UserKeys) {
  async function openTheirs({ id, userId, theirs }: OutboxRow): Promise<StoredNote | null> {
    if (!theirs) return null;
    const key = await userKeys.of(userId);
    const value = await unseal(key, theirs, theirsBoundTo(userId, id)).catch(() => null);
    return storedNoteSchema.safeParse(value).data ?? null;
  }

  return {
    async open(row: OutboxRow): Promise<OutboxEntry> {
      const { id, userId, at, state, code, tried = true } = row;
      const key = await userKeys.of(userId);
      const value = await unseal(key, row.sealed, boundTo(userId, id)).catch(() => null);
      const entry = entrySchema.safeParse(value).data;
      const theirs = await openTheirs(row);
      const { name = '', mutation, call } = entry ?? {};
      return { id, at, state, code, tried, name, ...sorted(mutation), theirs, call };
    },

    seal: async (userId: string, entry: Entry): Promise<Sealed> =>
      seal(await userKeys.of(userId), entry, boundTo(userId, entry.mutation.id)),

    sealTheirs: async ({ userId, id }: OutboxRow, theirs: StoredNote): Promise<Sealed> =>
      seal(await userKeys.of(userId), theirs, theirsBoundTo(userId, id)),

    own: (userId: string) => db.outbox.where('userId').equals(userId),

    /** What is on its way of one note, in order. */
    ofNote: (userId: string, noteId: string): Promise<OutboxRow[]> =>
      db.outbox
        .where('[userId+noteId]')
        .equals([userId, noteId])
        .filter((row) => row.state !== 'dropped')
        .toArray((found) => found.sort(inOrder)),
  };
}

export type OutboxRows = ReturnType<typeof createOutboxRows>;
