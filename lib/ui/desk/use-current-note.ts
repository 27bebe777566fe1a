import { useState } from 'react';
import type { DeskItem } from '@/lib/protocol/desk';

/** Which note of the list is on show: one that has left the list makes place for the one that came after it. */
export function useCurrentNote(notes: readonly DeskItem[]) {
  const [at, setAt] = useState<{ noteId: string; index: number } | null>(null);
  const found = notes.findIndex((note) => note.noteId === at?.noteId);
  const index = found >= 0 ? found : Math.min(at?.index ?? 0, notes.length - 1);
  const current = at === null ? null : (notes[index] ?? null);
  const show = (noteId: string) => setAt({ noteId, index: notes.findIndex((n) => n.noteId === noteId) });
  return {
    current,
    show,
    /** @param by 1 for the next, -1 for the one before; the first where none is on show */
    step(by: 1 | -1): string | null {
      const next = current === null ? notes[0] : notes[Math.min(Math.max(index + by, 0), notes.length - 1)];
      if (next) show(next.noteId);
      return next?.noteId ?? null;
    },
  };
}
