import type { CallSlot } from '@/lib/messaging/sidebar-view';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

/** What the background knows of the call whose note is on screen; null before it has told of that one. */
export function callOnScreen({ view, state }: SidebarModel): CallSlot | null {
  const call = view?.call ?? null;
  return call?.noteId === state.draft?.noteId ? call : null;
}
