import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { UNDO_WINDOW } from '@/lib/domain/undo-window';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { useHost } from './host';
import type { SidebarState, SidebarStore } from './sidebar-store';

type Hold = NonNullable<SidebarState['wrapped']>['hold'];

/** A view of before the wrap-up knows of no hold, so one has to be seen before its end is. */
function holdNow(before: Hold, isHeld: boolean): Hold {
  if (isHeld) return before === 'unknown' ? 'held' : before;
  return before === 'held' ? 'let-go' : before;
}

/**
 * Whether what was wrapped up last is still kept here for its undo: "Send now", here or anywhere in this browser, lets it go.
 * Beside a folded sidebar too. What was wrapped up on a page that has been left, or in another tab, can be undone here.
 * @param held the note that the background keeps for its undo
 */
export function useHeldNote(store: SidebarStore, held: SidebarView['undoable']): void {
  const { now } = useHost();
  const wrapped = useStore(store, (state) => state.wrapped);
  // Undone here, or its time is over: the view may name it for a moment longer.
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (wrapped) {
      last.current = wrapped.noteId;
      const next = holdNow(wrapped.hold, held?.noteId === wrapped.noteId);
      if (next !== wrapped.hold) store.setState({ wrapped: { ...wrapped, hold: next } });
    } else if (!held) {
      last.current = null;
    } else if (held.noteId !== last.current && now().getTime() - Date.parse(held.at) < UNDO_WINDOW) {
      const here = { prompts: null, hold: 'held', putAway: false } as const;
      store.setState({ wrapped: { ...held, ...here, at: Date.parse(held.at) } });
    }
  }, [store, held, wrapped, now]);
}
