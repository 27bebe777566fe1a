import type { SidebarView } from '@/lib/messaging/sidebar-view';

/** Who is signed in, by `NoteUser.id`; empty where nobody is, or nobody knows yet. */
export function userId(view: SidebarView | undefined): string {
  return view && view.account.state !== 'signed-out' ? view.account.id : '';
}
