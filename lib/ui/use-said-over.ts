import { useEffect } from 'react';
import { useStore } from 'zustand';
import { UNDO_WINDOW } from '@/lib/domain/undo-window';
import type { SidebarStore } from './sidebar-store';

/**
 * What was said goes after as long as a wrap-up can be undone, and when the next call begins: it is read by then, and takes
 * that call's room. Beside what can still be done about a note it stays until that goes, so that no button moves under the
 * hand.
 */
export function useSaidOver(store: SidebarStore): void {
  const announced = useStore(store, (state) => state.announced);
  const isBesideUndo = useStore(store, (state) => state.wrapped !== null);
  const call = useStore(store, (state) => state.draft?.noteId);
  useEffect(() => {
    if (announced === '' || isBesideUndo) return;
    const timer = setTimeout(() => store.setState({ announced: '' }), UNDO_WINDOW);
    return () => clearTimeout(timer);
  }, [announced, isBesideUndo, store]);
  useEffect(() => {
    if (call !== undefined) store.setState({ announced: '' });
  }, [call, store]);
}
