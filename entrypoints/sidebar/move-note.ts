import type { SidebarModel } from '@/lib/ui/use-sidebar';

/** The note is somebody else's: whoever shares the line that rang is offered at once, anybody else can be looked for. */
export function moveNote({ subject, view, state, commands }: SidebarModel): void {
  const { draft } = state;
  if (subject?.slot !== 'call' || subject.editing || !draft) return;
  const line = view?.call?.noteId === draft.noteId ? view.call.line : '';
  void commands.lookForWhose(draft.noteId, line);
}
