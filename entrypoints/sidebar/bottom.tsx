import { SyncLine } from '@/components/sync-line';
import { UndoLine } from '@/components/undo-line';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import { useNow } from '@/lib/ui/use-now';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

type Props = { model: SidebarModel; view: SidebarView; store: SidebarStore };

export function Bottom({ model, view, store }: Props) {
  const now = useNow();
  const { organisation } = model;
  const { tookOut } = model.state;
  return (
    <>
      {tookOut && <UndoLine onUndo={() => void model.commands.undo()} />}
      <SyncLine
        sync={view.sync}
        now={now}
        demo={{
          generated: organisation?.organisation.generated ?? false,
          asOf: organisation?.asOf ?? null,
        }}
        isPrivate={model.look?.isPrivate ?? false}
        onPrivate={(to) => void model.commands.setPrivate(to)}
        onShowUnsent={() => store.setState({ sheet: 'unsent' })}
        onShowShortcuts={() => store.setState({ sheet: 'shortcuts' })}
      />
    </>
  );
}
