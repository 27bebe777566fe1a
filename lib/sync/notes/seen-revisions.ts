import { z } from 'zod';
import type { StoredDraft } from '@/lib/cache/drafts';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

const schema = z.array(z.object({ writer: z.string(), rev: z.int() }));
const MOST_WRITERS = 20;

/**
 * Which sidebar has been shown which revision of a note. One rep may have the same note open in two tabs: a sidebar
 * may write over what another wrote only if it has seen it.
 */
export function createSeenRevisions(deps: { area: StorageArea; exclusive: Exclusive }) {
  const of = (noteId: string) => createStoredValue({ ...deps, key: `seen:${noteId}`, schema, fallback: [] });

  return {
    /** A view with this draft is on its way to a sidebar. Its own words it knows anyway. */
    async shown(draft: StoredDraft, writer: string): Promise<void> {
      if (draft.writer === writer) return;
      const { noteId, rev } = draft;
      await of(noteId).update((seen) => [
        ...seen.filter((s) => s.writer !== writer).slice(1 - MOST_WRITERS),
        { writer, rev },
      ]);
    },

    async hasSeen(draft: StoredDraft, writer: string): Promise<boolean> {
      if (draft.writer === writer) return true;
      const seen = await of(draft.noteId).read();
      return seen.some((s) => s.writer === writer && s.rev >= draft.rev);
    },

    forget: (noteId: string): Promise<void> => of(noteId).clear(),
  };
}

export type SeenRevisions = ReturnType<typeof createSeenRevisions>;
