import { useLayoutEffect, useMemo } from 'react';
import { useHost } from './host';
import { aboutOf, createPromptKeeper, type PromptKeeper } from './prompt-keeper';
import type { SidebarStore } from './sidebar-store';
import type { Subject } from './subject';

/** The prompts of whom the sidebar is about, kept through pages that load anew. */
export function usePromptKeeper(
  store: SidebarStore,
  subject: Subject | null,
  noteId: string | null,
): PromptKeeper {
  const { call } = useHost();
  const keeper = useMemo(() => createPromptKeeper({ store, call }), [store, call]);
  const about = subject && !subject.editing ? aboutOf(subject) : null;
  // Before the paint, and before what is on show is remembered: a call that is over is not added to.
  useLayoutEffect(() => {
    if (about === null) return;
    // Of words as they are when it is opened, not of each one typed; what is begun by typing says nothing of before.
    const { draft } = store.getState();
    keeper.open({ about, noteId, hasWords: draft?.key === null && draft.content.summary !== '' });
  }, [store, keeper, about, noteId]);
  return keeper;
}
