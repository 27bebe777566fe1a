import { ErrorNotice } from '@/components/error-notice';
import { NoteForm } from '@/components/note-form';
import type { SaveState } from '@/components/note-status';
import type { Draft } from '@/lib/ui/sidebar-store';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { changeNote } from './change-note';
import { MacroPanel } from './macro-panel';
import { EditedOfferPanel } from './offer-panel';

type Props = { model: SidebarModel; subject: Subject };

function saveState(draft: Draft | null): SaveState {
  if (!draft || draft.rev === 0) return { state: 'empty' };
  if (draft.failure) return { state: 'failed' };
  if (draft.rev > draft.savedRev || !draft.savedAt) return { state: 'saving' };
  return { state: 'saved', at: draft.savedAt };
}

/** The note, which may be written before anyone is verified. */
export function WritePanel({ model, subject }: Props) {
  const { organisation, state, keeper, commands, now, view } = model;
  const failure = state.draft?.failure ?? null;
  return (
    <>
      {failure && (
        <ErrorNotice code={failure} onRetry={keeper.flush} onSignIn={() => void commands.signIn()} />
      )}
      {subject.editing && <EditedOfferPanel model={model} subject={subject} />}
      <NoteForm
        name={subject.name}
        content={subject.content}
        save={saveState(state.draft)}
        reasons={organisation?.reasons ?? []}
        author={view && view.account.state !== 'signed-out' ? view.account.name : ''}
        now={now}
        onChange={changeNote(model)}
        editing={subject.editing !== null}
        canWrapUp={subject.slot === 'call' && state.busy === null}
        onWrapUp={() => void commands.wrapUp()}
      />
      <MacroPanel model={model} subject={subject} />
    </>
  );
}
