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
    if (about !== null) keeper.open(about, noteId);
  }, [keeper, about, noteId]);
  return keeper;
}
