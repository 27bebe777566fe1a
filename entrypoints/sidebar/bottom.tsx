import { SyncLine } from '@/components/sync-line';
import { UndoLine } from '@/components/undo-line';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import { useNow } from '@/lib/ui/use-now';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { callWords } from '@/lib/ui/words/call-words';
import { nameWords } from '@/lib/ui/words/name-words';
import { noteWords } from '@/lib/ui/words/note-words';

type Props = { model: SidebarModel; view: SidebarView; store: SidebarStore };

export function Bottom({ model, view, store }: Props) {
  const now = useNow();
  const { organisation } = model;
  const { tookOut, cancelled } = model.state;
  const { commands } = model;
  return (
    <>
      {tookOut && (
        <UndoLine
          said={callWords.removed}
          undo={callWords.undo}
          keys={callWords.undoKeys}
          onUndo={() => void commands.undo()}
        />
      )}
      {cancelled && (
        <UndoLine
          said={noteWords.cancelled(cancelled.name || nameWords.nameless)}
          undo={noteWords.goOn}
          onUndo={() => void commands.goOnEditing(cancelled.noteId)}
        />
      )}
      <SyncLine
        sync={view.sync}
        now={now}
        demo={{
          generated: organisation?.organisation.generated ?? false,
          asOf: organisation?.asOf ?? null,
        }}
        isPrivate={model.look?.isPrivate ?? false}
        onPrivate={(to) => void commands.setPrivate(to)}
        onShowUnsent={() => store.setState({ sheet: 'unsent' })}
        onShowShortcuts={() => store.setState({ sheet: 'shortcuts' })}
      />
    </>
  );
}
