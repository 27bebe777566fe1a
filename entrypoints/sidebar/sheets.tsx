import { useState } from 'react';
import { CrmTextSheet } from '@/components/crm-text-sheet';
import { PlaceSheet } from '@/components/place-sheet';
import { SaveConfirm } from '@/components/save-confirm';
import { ShortcutsSheet } from '@/components/shortcuts-sheet';
import { Sheet } from '@/components/ui/sheet';
import { UnsentList } from '@/components/unsent-list';
import { type FramePlace, usualPlace } from '@/lib/domain/frame-place';
import type { SidebarView } from '@/lib/messaging/sidebar-view';
import { codeLabels } from '@/lib/ui/code-labels';
import type { FrameControls } from '@/lib/ui/frame-controls';
import { useChord, useUnsentNotes } from '@/lib/ui/queries';
import type { SidebarStore } from '@/lib/ui/sidebar-store';
import { useNow } from '@/lib/ui/use-now';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';
import { words } from '@/lib/ui/words/words';
import { isNobodys } from './known';
import { HandoverSheetPanel } from './panels/handover-panel';
import { OutreachPanel } from './panels/outreach-panel';
import { SignalPanel } from './panels/signal-panel';

type Props = { model: SidebarModel; view: SidebarView; store: SidebarStore };

function UnsentSheet({ model, view, onClose }: Omit<Props, 'store'> & { onClose: () => void }) {
  const now = useNow();
  const { commands, organisation } = model;
  const notes = useUnsentNotes(userId(view)).data;
  return (
    <Sheet title={words.unsent.title} onClose={onClose}>
      {notes && (
        <UnsentList
          notes={notes}
          ofOthers={view.sync.unsentOfOthers}
          now={now}
          labels={codeLabels(organisation)}
          onRetry={() => void commands.retryUnsent()}
          onExport={() => void commands.exportUnsent()}
          actions={{
            onEdit: (id) => void commands.editUnsent(id),
            onKeep: (id, keep) => void (keep === 'both' ? commands.keepBoth(id) : commands.keepOne(id, keep)),
            onTakeBack: (id) => void commands.takeBack(id),
            onWithdraw: (id) => void commands.withdrawDoubt(id),
          }}
        />
      )}
    </Sheet>
  );
}

function Keys({ onClose }: { onClose: () => void }) {
  return <ShortcutsSheet chord={useChord().data} onClose={onClose} />;
}

type PlaceProps = { model: SidebarModel; frame: FrameControls; onClose: () => void };

function Place({ model, frame, onClose }: PlaceProps) {
  // Under the hand at once; what is remembered comes back a moment later.
  const [place, setPlace] = useState(model.look?.place ?? usualPlace);
  const set = (to: FramePlace) => {
    setPlace(to);
    frame.showPlace(to);
    void model.commands.setPlace(to);
  };
  return <PlaceSheet place={place} onPlace={set} onClose={onClose} />;
}

/** What lies over the sidebar: the store's question first, then what the rep asked for. */
export function Sheets({ model, view, store, frame }: Props & { frame: FrameControls | null }) {
  const { state, commands, pageCustomer } = model;
  const { confirm, sheet } = state;
  const close = () => store.setState({ sheet: null });
  if (confirm) {
    return (
      <SaveConfirm
        noteName={confirm.noteName}
        pageName={confirm.pageName}
        canSave={!isNobodys(model)}
        canMove={pageCustomer?.key === confirm.key}
        onSave={() => void commands.saveDespitePage(confirm)}
        onMove={() => void commands.moveToPage(confirm)}
        onCancel={commands.cancelSave}
      />
    );
  }
  if (state.crm) {
    const { crm } = state;
    return (
      <CrmTextSheet
        crm={crm}
        onFill={() => void commands.fillCrm(crm)}
        onUndo={() => void commands.undoCrm(crm)}
        onCopy={() => commands.copyForCrm(crm)}
        onClose={commands.closeCrm}
      />
    );
  }
  if (sheet === 'hand-over') return <HandoverSheetPanel model={model} store={store} />;
  if (sheet === 'outreach') return <OutreachPanel model={model} onClose={close} />;
  if (sheet === 'signal') return <SignalPanel onClose={close} />;
  if (sheet === 'shortcuts') return <Keys onClose={close} />;
  if (sheet === 'place' && frame) return <Place {...{ model, frame }} onClose={close} />;
  return sheet === 'unsent' ? <UnsentSheet model={model} view={view} onClose={close} /> : null;
}
