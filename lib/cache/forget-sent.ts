import { Dexie } from 'dexie';
import { openDraft } from './drafts';
import type { NotesDb, OutboxRow } from './notes-db';
import { SENT } from './outbox-rows';
import type { UserKeys } from './user-key';

/** The user's drafts, by id, and which notes those of them edit that can be read. */
type Edited = { drafts: ReadonlySet<string>; notes: ReadonlySet<string> };

/** Read before the transaction that forgets: no transaction outlives the opening of a seal. */
export async function readEdited(db: NotesDb, userKeys: UserKeys, userId: string): Promise<Edited> {
  const rows = await db.drafts.where('userId').equals(userId).toArray();
  const opened = await Promise.all(rows.map((row) => openDraft(userKeys, row)));
  const notes = opened.flatMap((stored) => stored?.draft.edits?.noteId ?? []);
  return { drafts: new Set(rows.map((row) => row.noteId)), notes: new Set(notes) };
}

/**
 * Forgets what the store took of the user's edits, but for notes of which something waits or is being edited. Within the
 * caller's transaction over `drafts`, `outbox` and `meta`.
 */
export async function forgetSent(db: NotesDb, userId: string, edited: Edited): Promise<void> {
  const drafts = await db.drafts.where('userId').equals(userId).primaryKeys();
  // Begun since they were read, and maybe an edit of any of them: then these stay until they are old.
  if (drafts.some((id) => !edited.drafts.has(id))) return;
  const waiting = await db.outbox
    .where('[userId+noteId]')
    .between([userId, Dexie.minKey], [userId, Dexie.maxKey])
    .uniqueKeys();
  const needed = new Set<unknown>([...edited.notes, ...waiting.map((key) => Array.isArray(key) && key[1])]);
  await db.meta
    .where('id')
    .startsWith(SENT)
    .filter(({ value }) => {
      const sent = value as OutboxRow;
      return sent.userId === userId && !needed.has(sent.noteId);
    })
    .delete();
}
