import type { SidebarView } from '@/lib/messaging/sidebar-view';

/** Why nothing is known: nobody can say who is unknown before the customers are here and can be read. */
export function whyUnknown(view: SidebarView | undefined): 'locked' | 'coming' | 'awaited' | 'unknown' {
  if (!view) return 'unknown';
  const { unlocked, coming, lastPullAt, online } = view.sync;
  if (!unlocked) return 'locked';
  if (coming === null && lastPullAt !== null) return 'unknown';
  return online ? 'coming' : 'awaited';
}
