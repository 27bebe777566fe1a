import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { SidebarStore } from './sidebar-store';

/**
 * Whether what was wrapped up last is still kept here for its undo: "Send now", here or anywhere in this browser, lets it go.
 * Beside a folded sidebar too. A view of before the wrap-up knows of no hold, so one has to be seen before its end is.
 */
export function useHeldNote(store: SidebarStore, undoable: boolean): void {
  const hold = useStore(store, ({ wrapped }) => wrapped?.hold);
  useEffect(() => {
    const next = hold === 'unknown' && undoable ? 'held' : hold === 'held' && !undoable ? 'let-go' : null;
    const { wrapped } = store.getState();
    if (wrapped && next) store.setState({ wrapped: { ...wrapped, hold: next } });
  }, [store, undoable, hold]);
}
