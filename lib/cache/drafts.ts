import { z } from 'zod';
import { askAgainReasons } from '@/lib/domain/ask-again';
import { directions, noteContentSchema, noteCustomerSchema, noteMoveSchema } from '@/lib/domain/note';
import { AppError } from '@/lib/platform/app-error';
import type { DraftRow, NotesDb } from './notes-db';
import { seal, unseal } from './sealed';
import { onDisk } from './storage-error';
import type { UserKeys } from './user-key';

/** What the draft is an edit of. */
export const draftEditSchema = z.object({
  noteId: z.uuid(),
  /** the version that is edited, and what it says */
  base: z.int().min(1),
  original: noteContentSchema,
  /** the call that was pinned before: it is again, when the edit is done */
  returnTo: z.uuid().nullable(),
});
export type DraftEdit = z.infer<typeof draftEditSchema>;

/** What a draft holds, sealed. */
export const draftSchema = z.object({
  /** as the page spelled it when the note began */
  name: z.string(),
  /** as the store spells it, where the rep chose them by it among others who share a line */
  called: z.string().exactOptional(),
  /** how their account number ends, where the rep chose them among others of that name by it */
  accountEnd: z.string().exactOptional(),
  direction: z.enum(directions).default('inbound'),
  customer: noteCustomerSchema,
  content: noteContentSchema,
  dismissed: z.array(z.string()),
  startedAt: z.string(),
  moves: z.array(noteMoveSchema),
  /** the number, address or account number that they rang from, as it was said; empty where no phone said it */
  line: z.string().default(''),
  /** who handed the note over half-written, by name; empty where the author began it */
  begunBy: z.string().default(''),
  /** what they asked of whoever goes on with it; empty where they asked nothing */
  asked: z.string().default(''),
  /** what the customer was called before the last move; empty where there was none */
  movedFrom: z.string().default(''),
  /** by what the page and the store called them then; without it in a draft of an older version */
  movedFromNames: z
    .object({ name: z.string(), called: z.string(), accountEnd: z.string().exactOptional() })
    .exactOptional(),
  /** why nobody is verified here who was before; null, or not there, where nothing says so */
  askAgain: z.enum(askAgainReasons).nullable().exactOptional(),
  /** there where a saved note is edited; the draft has an id of its own */
  edits: draftEditSchema.optional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** What a draft knows of its call and its note doesn't say: kept for whoever undoes the wrap-up. */
export const callRestSchema = draftSchema.pick({
  ...{ name: true, called: true, accountEnd: true, dismissed: true, line: true, begunBy: true, asked: true },
  ...{ movedFrom: true, movedFromNames: true, askAgain: true },
});
export type CallRest = z.infer<typeof callRestSchema>;

/** A draft as it is on disk; `rev` counts its revisions, `writer` is the sidebar that wrote this one. */
export type StoredDraft = { noteId: string; rev: number; writer: string; savedAt: string; draft: Draft };

/** `before` is the revision the change was made on; null when the note is new. */
export type DraftChange = { userId: string; before: number | null; next: StoredDraft; activate: boolean };

/** What a draft's seal is bound to: it opens in its own row alone. */
export const draftBoundTo = (userId: string, noteId: string) => `draft ${userId} ${noteId}`;
/** Where the user's pinned call is remembered. */
export const activeId = (userId: string) => `active:${userId}`;
/** A note that was finished or thrown away: a late keystroke must not bring it back. */
export const finishedId = (noteId: string) => `finished:${noteId}`;

/** Null where it can't be read any more. */
export async function openDraft(userKeys: UserKeys, row: DraftRow): Promise<StoredDraft | null> {
  const key = await userKeys.of(row.userId);
  const value = await unseal(key, row.sealed, draftBoundTo(row.userId, row.noteId)).catch(() => null);
  const draft = draftSchema.safeParse(value).data;
  const { noteId, rev, writer, savedAt } = row;
  return draft ? { noteId, rev, writer, savedAt, draft } : null;
}

/** Notes begun and not finished. Every method rejects with `storage-failed` or `storage-full`. */
export function createDrafts(db: NotesDb, userKeys: UserKeys) {
  const open = (row: DraftRow) => openDraft(userKeys, row);

  async function write({ before, activate, next }: DraftChange, row: DraftRow): Promise<boolean> {
    const stored = await db.drafts.get(row.noteId);
    if ((stored?.rev ?? null) !== before || (stored && stored.userId !== row.userId)) return false;
    if (before === null && (await db.meta.get(finishedId(row.noteId)))) return false;
    await db.drafts.put(row);
    if (activate) await db.meta.put({ id: activeId(row.userId), value: next.noteId });
    return true;
  }

  return {
    /** The user's own draft, or null. */
    get: (userId: string, noteId: string): Promise<StoredDraft | null> =>
      onDisk(async () => {
        const row = await db.drafts.get(noteId);
        return row?.userId === userId ? open(row) : null;
      }),

    /** All of the user's drafts that can be read, newest first. */
    list: (userId: string): Promise<StoredDraft[]> =>
      onDisk(async () => {
        const rows = await db.drafts.where('userId').equals(userId).toArray();
        const drafts = (await Promise.all(rows.map(open))).filter((d) => d !== null);
        return drafts.sort((a, b) => b.noteId.localeCompare(a.noteId));
      }),

    /**
     * Writes a revision; on disk when it resolves.
     * @throws {AppError} `not-found` when the draft is no longer at `before`: finished, thrown away, or changed meanwhile
     */
    put: (change: DraftChange): Promise<void> =>
      onDisk(async () => {
        const { userId, next } = change;
        const { noteId, rev, writer, savedAt } = next;
        const sealed = await seal(await userKeys.of(userId), next.draft, draftBoundTo(userId, noteId));
        const row = { noteId, userId, rev, writer, savedAt, sealed };
        const written = await db.transaction('rw', db.drafts, db.meta, async () => write(change, row));
        if (!written) throw new AppError('not-found', 'the draft has moved on');
      }),

    /** Throws a draft away for good. The caller has made sure that it says nothing. */
    remove: (userId: string, noteId: string, now: Date): Promise<void> =>
      onDisk(() =>
        db.transaction('rw', db.drafts, db.meta, async () => {
          const row = await db.drafts.get(noteId);
          if (row?.userId !== userId) return;
          await db.drafts.delete(noteId);
          await db.meta.put({ id: finishedId(noteId), value: now.toISOString() });
          const pin = activeId(userId);
          if ((await db.meta.get(pin))?.value === noteId) await db.meta.delete(pin);
        }),
      ),

    /** The note went to the outbox, or was empty and thrown away. */
    isFinished: (noteId: string): Promise<boolean> =>
      onDisk(async () => (await db.meta.get(finishedId(noteId))) !== undefined),

    /** Id of the note of this call, if any. */
    active: (userId: string): Promise<string | null> =>
      onDisk(async () => z.uuid().safeParse((await db.meta.get(activeId(userId)))?.value).data ?? null),

    setActive: (userId: string, noteId: string | null): Promise<void> =>
      onDisk(async () => {
        if (noteId === null) await db.meta.delete(activeId(userId));
        else await db.meta.put({ id: activeId(userId), value: noteId });
      }),

    /** Calls that aren't wrapped up, and edits that aren't done. */
    count: (userId: string): Promise<number> =>
      onDisk(() => db.drafts.where('userId').equals(userId).count()),

    countOfOthers: (userId: string | null): Promise<number> =>
      onDisk(() =>
        userId === null ? db.drafts.count() : db.drafts.where('userId').notEqual(userId).count(),
      ),
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
