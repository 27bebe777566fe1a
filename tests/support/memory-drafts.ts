import type { DraftChange, Drafts, StoredDraft } from '@/lib/cache/drafts';
import type { HeldCalls } from '@/lib/cache/held-calls';
import { AppError } from '@/lib/platform/app-error';

/** A disk of one rep's drafts that can lose its power between any two writes; each write is whole, as a transaction is. */
export function createMemoryDrafts() {
  const rows = new Map<string, StoredDraft>();
  const finished = new Set<string>();
  const since = new Map<string, string>();
  let active: string | null = null;
  let left = Number.POSITIVE_INFINITY;

  /** One access; with the power gone, none succeeds any more. */
  async function step<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (left <= 0) throw new AppError('storage-failed', 'no power');
    left -= 1;
    return work();
  }

  const drafts: Pick<Drafts, 'get' | 'list' | 'put' | 'remove' | 'isFinished' | 'active' | 'setActive'> = {
    get: (_, noteId) => step(() => structuredClone(rows.get(noteId)) ?? null),
    list: () => step(() => structuredClone([...rows.values()])),
    put: ({ before, next, activate }: DraftChange) =>
      step(() => {
        const stored = rows.get(next.noteId);
        if ((stored?.rev ?? null) !== before || (before === null && finished.has(next.noteId)))
          throw new AppError('not-found', 'the draft has moved on');
        rows.set(next.noteId, structuredClone(next));
        if (activate) active = next.noteId;
      }),
    remove: (_, noteId) =>
      step(() => {
        if (!rows.delete(noteId)) return;
        finished.add(noteId);
        if (active === noteId) active = null;
      }),
    isFinished: (noteId) => step(() => finished.has(noteId)),
    active: () => step(() => active),
    setActive: (_, noteId) =>
      step(() => {
        active = noteId;
      }),
  };

  const held: HeldCalls = {
    hold: (noteId, at) => step(() => void since.set(noteId, at.toISOString())),
    release: (noteId) => step(() => void since.delete(noteId)),
    since: (noteIds) => step(() => noteIds.map((noteId) => since.get(noteId) ?? null)),
  };

  return {
    drafts: drafts as Drafts,
    held,
    /** what lies on the disk */
    rows,
    activeNow: () => active,
    /** the power goes after so many more accesses; never without a number */
    powerFor: (accesses = Number.POSITIVE_INFINITY) => {
      left = accesses;
    },
  };
}
