import type { NoteContent } from '@/lib/domain/note';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

/** A change to the newest content, whichever that is by then. */
export type ChangeNote = (change: (content: NoteContent) => NoteContent) => void;

/** Changes the subject's note; the first change begins the call of whoever stands on the page. */
export function changeNote({ keeper, pageCustomer }: SidebarModel): ChangeNote {
  return (by) => keeper.edit(by, pageCustomer);
}
