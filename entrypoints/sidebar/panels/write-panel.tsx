import { ErrorNotice } from '@/components/error-notice';
import { NoteForm } from '@/components/note-form';
import type { SaveState } from '@/components/note-status';
import { type PromiseWarning, promiseWarnings } from '@/lib/domain/promise-guard';
import { firstRules } from '@/lib/ui/next-working-day';
import { promiseAround } from '@/lib/ui/promise-around';
import { useDetail } from '@/lib/ui/queries';
import type { Draft, SidebarStore } from '@/lib/ui/sidebar-store';
import type { Subject } from '@/lib/ui/subject';
import { useHandler } from '@/lib/ui/use-handler';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { useSuggestions } from '@/lib/ui/use-suggestions';
import { userId } from '@/lib/ui/user-id';
import { userName } from '@/lib/ui/user-name';
import { MacroPanel } from './macro-panel';
import { useMayAsk, useOpenQuestion } from './may-ask';
import { EditedOfferPanel } from './offer-panel';
import { isPutTogether, missingIn, textOfNote, wrapUp } from './wrap-up';

type Props = { model: SidebarModel; subject: Subject; store: SidebarStore };

function saveState(draft: Draft | null): SaveState {
  if (!draft || draft.rev === 0) return { state: 'empty' };
  if (draft.failure) return { state: 'failed' };
  if (draft.rev > draft.savedRev || !draft.savedAt) return { state: 'saving' };
  return { state: 'saved', at: draft.savedAt };
}

/** What was promised before is an account fact: it plays a part only where the caller may hear it. */
function usePromiseWarnings({ model, subject }: Omit<Props, 'store'>): PromiseWarning[] {
  const card = model.disclosed ? (subject.card?.number ?? null) : null;
  const { data, error } = useDetail(card, userId(model.view));
  const { organisation, now } = model;
  const { promise, offers } = subject.content;
  if (!promise || !organisation) return noWarnings;
  const known = card !== null && !error && data?.state === 'ready' ? data.detail.promises : [];
  return promiseWarnings(promise, promiseAround(organisation, { offers }, { promised: known, now }));
}

const noWarnings: PromiseWarning[] = [];
const nothing: ReturnType<typeof missingIn> = [];

/** What the sidebar itself remembers of how this note is being ended. */
function useEnd({ model, subject, store }: Props) {
  const { state, commands } = model;
  const { draft, wrapping } = state;
  const stopped = draft && wrapping?.noteId === draft.noteId ? wrapping : null;
  const { complaint, outcome } = subject.content;
  const text = () => textOfNote(model, subject);
  return {
    editing: subject.editing !== null,
    canWrapUp: subject.slot === 'call' && state.busy === null,
    assembled: stopped?.assembled ?? false,
    missing: draft && stopped?.asked ? missingIn(model, draft) : nothing,
    complaintStays:
      model.disclosed && subject.card?.complaintOpen === true && !complaint && outcome === 'resolved',
    onWrapUp: useHandler(() => wrapUp(model, store)),
    onCancel: () => void commands.cancelEdit(),
    onLeave: () => void commands.park(),
    hasText: text() !== '',
    onCopy: useHandler(() => commands.copyNote(text())),
    onPutIntoCrm: useHandler(() => draft && void commands.lookAtCrm(draft.noteId, text())),
  };
}

/**
 * Words that Heed wrote say nothing that the rep hasn't tapped. Which those are can't be told before the organisation's own
 * words are here.
 */
function useSuggested({ model, subject }: Props, assembled: boolean) {
  const isOwnWords = model.organisation !== null && !assembled && !isPutTogether(model, subject);
  const noteId = isOwnWords && !subject.editing ? model.state.draft?.noteId : null;
  return useSuggestions(noteId ?? null, subject.content.summary);
}

/** For what is promised beyond the rep's own limit. */
function useAsking({ model, subject }: Props) {
  const mayAsk = useMayAsk(model, subject);
  const question = useOpenQuestion(model, subject);
  const ask = (minor: number, why: string) => model.commands.askFor({ minor, why });
  return { question, onAsk: mayAsk ? ask : null };
}

/** The note, which may be written before anyone is verified. */
export function WritePanel(props: Props) {
  const { model, subject } = props;
  const { organisation, state, keeper, commands, now, view } = model;
  const failure = state.draft?.failure ?? null;
  const warnings = usePromiseWarnings(props);
  const asking = useAsking(props);
  const end = useEnd(props);
  const suggested = useSuggested(props, end.assembled);
  const startedAt = subject.slot === 'call' && view?.call ? new Date(view.call.startedAt) : now;
  return (
    <>
      {failure && (
        <ErrorNotice code={failure} onRetry={keeper.retry} onSignIn={() => void commands.signIn()} />
      )}
      {subject.editing && <EditedOfferPanel model={model} subject={subject} />}
      <NoteForm
        {...end}
        {...asking}
        name={subject.name}
        content={subject.content}
        save={saveState(state.draft)}
        reasons={organisation?.reasons ?? []}
        suggested={suggested}
        topReasons={organisation?.topContactReasons ?? []}
        rules={organisation?.rules ?? firstRules}
        playbook={organisation?.playbook ?? null}
        warnings={warnings}
        startedAt={subject.editing ? null : startedAt}
        author={userName(model.view)}
        now={now}
        macros={<MacroPanel model={model} subject={subject} />}
        onChange={model.change}
      />
    </>
  );
}
