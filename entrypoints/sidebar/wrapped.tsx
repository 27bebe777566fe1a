import { useEffect, useState } from 'react';
import { WrappedLine } from '@/components/wrapped-line';
import { focusField } from '@/lib/ui/focus-field';
import { useHost } from '@/lib/ui/host';
import type { SidebarState, SidebarStore } from '@/lib/ui/sidebar-store';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { textOfNote } from './panels/wrap-up';

type Props = { model: SidebarModel; store: SidebarStore };

/** What can be done about the note that was wrapped up a moment ago. */
export function Wrapped({ model, store }: Props) {
  const { wrapped } = model.state;
  const noteId = wrapped?.noteId;
  useEffect(() => {
    // A note begins with what was said, wherever in the last one the keyboard stood.
    if (noteId !== undefined && document.activeElement?.matches('.sidebar-write :read-write'))
      focusField('summary');
  }, [noteId]);
  return wrapped && <Line key={wrapped.noteId} {...{ model, store, wrapped }} />;
}

function Line({ model, store, wrapped }: Props & { wrapped: NonNullable<SidebarState['wrapped']> }) {
  const { now } = useHost();
  const [ago] = useState(() => now().getTime() - wrapped.at);
  return (
    <WrappedLine
      name={wrapped.name}
      ago={ago}
      isLetGo={wrapped.hold === 'let-go'}
      named={model.state.announced === ''}
      onUndo={() => void model.commands.undoSave(wrapped.noteId)}
      onCopy={() => model.commands.copyNote(textOfNote(model, wrapped))}
      onOver={() => store.setState({ wrapped: null, announced: '' })}
    />
  );
}
