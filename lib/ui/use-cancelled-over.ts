import { useEffect } from 'react';
import { useStore } from 'zustand';
import { UNDO_WINDOW } from '@/lib/domain/undo-window';
import { useHost } from './host';
import type { SidebarStore } from './sidebar-store';

/** An edit that was cancelled can be gone on with for as long as a wrap-up can be undone, folded meanwhile or not. */
export function useCancelledOver(store: SidebarStore): void {
  const { now } = useHost();
  const at = useStore(store, (state) => state.cancelled?.at);
  useEffect(() => {
    if (at === undefined) return;
    const left = UNDO_WINDOW - Math.max(now().getTime() - at, 0);
    const timer = setTimeout(() => store.setState({ cancelled: null }), left);
    return () => clearTimeout(timer);
  }, [store, at, now]);
}
