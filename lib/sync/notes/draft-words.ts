import { z } from 'zod';
import type { DraftChange, Drafts, StoredDraft } from '@/lib/cache/drafts';
import { maskNoteContent } from '@/lib/domain/mask-note-content';
import { type NoteContent, noteContentSchema } from '@/lib/domain/note';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

const unfinishedSchema = z.object({ rev: z.int(), content: noteContentSchema }).nullable();

/**
 * Drafts with the words that are still being typed. On disk, digits that may become a card number are masked already;
 * most turn out to be an order number, so the last revision is also kept as typed in session storage, which is memory.
 */
export function createDraftWords(deps: { drafts: Drafts; area: StorageArea; exclusive: Exclusive }) {
  const { drafts } = deps;
  const unfinished = (noteId: string) =>
    createStoredValue({ ...deps, key: `typed:${noteId}`, schema: unfinishedSchema, fallback: null });

  async function asTyped(stored: StoredDraft): Promise<StoredDraft> {
    const typed = await unfinished(stored.noteId).read();
    if (typed?.rev !== stored.rev) return stored;
    return { ...stored, draft: { ...stored.draft, content: typed.content } };
  }

  return {
    async get(userId: string, noteId: string): Promise<StoredDraft | null> {
      const stored = await drafts.get(userId, noteId);
      return stored && asTyped(stored);
    },

    /** Masks and writes; on disk when it resolves. */
    async put(change: DraftChange): Promise<void> {
      const { next } = change;
      const content = maskNoteContent(next.draft.content);
      const onDisk: NoteContent = maskNoteContent(content, { typing: true });
      await drafts.put({ ...change, next: { ...next, draft: { ...next.draft, content: onDisk } } });
      const same = JSON.stringify(content) === JSON.stringify(onDisk);
      if (same) await unfinished(next.noteId).clear();
      else await unfinished(next.noteId).write({ rev: next.rev, content });
    },

    forget: (noteId: string): Promise<void> => unfinished(noteId).clear(),
  };
}

export type DraftWords = ReturnType<typeof createDraftWords>;
