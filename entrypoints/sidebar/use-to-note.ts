import { useEffect } from 'react';
import { focusField } from '@/lib/ui/focus-field';
import { isFocusLost } from '@/lib/ui/lost-focus';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

/** What asked whose the note is, and goes with the answer. */
const ASKED = '.ring, .find-caller';

/** Behind its last word: a note that goes on isn't begun anew. */
function focusEnd(): void {
  focusField('summary');
  const at = document.activeElement;
  if (at instanceof HTMLTextAreaElement) at.setSelectionRange(at.value.length, at.value.length);
}

/** The keyboard goes on in the note that was chosen, unless the rep is at something else by then. */
export function useToNote({ state }: SidebarModel, store: SidebarStore): void {
  const { draft, toNote } = state;
  const isHere = toNote !== null && draft?.noteId === toNote;
  useEffect(() => {
    if (!isHere) return;
    store.setState({ toNote: null });
    if (isFocusLost() || (document.hasFocus() && document.activeElement?.closest(ASKED))) focusEnd();
  }, [isHere, store]);
}
