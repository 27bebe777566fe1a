import { CallerCheck, CallerHint } from '@/components/caller-check';
import { EditedOffers } from '@/components/edited-offers';
import { UnknownCustomer } from '@/components/empty-state';
import { ErrorNotice } from '@/components/error-notice';
import { History } from '@/components/history';
import { NoteForm } from '@/components/note-form';
import type { SaveState } from '@/components/note-status';
import { Offers } from '@/components/offers';
import { PromptList } from '@/components/prompt-list';
import { type DetailState, ToldUs } from '@/components/told-us';
import { chooseActions, choosePrompts, type Situation } from '@/lib/domain/choose-prompts';
import type { NoteContent, Offer } from '@/lib/domain/note';
import { offerStepBack } from '@/lib/domain/offer-step-back';
import type { RescueAction } from '@/lib/domain/playbook';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import { callPhase } from '@/lib/ui/call-phase';
import { codeLabels } from '@/lib/ui/code-labels';
import { useHost } from '@/lib/ui/host';
import { useDetail } from '@/lib/ui/queries';
import type { Draft } from '@/lib/ui/sidebar-store';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { whyUnknown } from '@/lib/ui/why-unknown';
import { isDamaged } from './known';

type Props = { model: SidebarModel; subject: Subject };
type Change = (change: (content: NoteContent) => NoteContent) => void;

function situationOf({ level }: SidebarModel, { card, content, dismissed }: Subject): Situation {
  const { caller, reasons, complaint, offers } = content;
  const said = { caller, reasons, complaint, offers };
  return { level: level ?? 'unknown', phase: callPhase(content), card, dismissed, ...said };
}

function saveState(draft: Draft | null): SaveState {
  if (!draft || draft.rev === 0) return { state: 'empty' };
  if (draft.failure) return { state: 'failed' };
  if (draft.rev > draft.savedRev || !draft.savedAt) return { state: 'saving' };
  return { state: 'saved', at: draft.savedAt };
}

/** The store won't tell it, or not any more: then what was told before isn't shown either. */
const WITHHELD: ReadonlySet<AppErrorCode> = new Set(['not-allowed', 'not-found']);

function useDetailState({ model: { view }, subject }: Props): DetailState {
  const user = view && view.account.state !== 'signed-out' ? view.account.name : '';
  const { data, error } = useDetail(subject.card?.number ?? null, user);
  const withheld = error && WITHHELD.has(errorCode(error));
  if (data && !withheld) return data;
  return { state: error ? 'failed' : 'loading' };
}

type StoryProps = Props & { onChange: Change };

/** The customer's own story, and what may be done about it: only for a caller who may hear it. */
function Story({ model, subject, onChange }: StoryProps) {
  const { organisation, now } = model;
  const host = useHost();
  const detail = useDetailState({ model, subject });
  const { reason: reasonLabel, action: actionLabel } = codeLabels(organisation);
  return (
    <>
      {subject.card ? (
        <ToldUs card={subject.card} {...{ detail, reasonLabel, now }} realNow={host.now()} />
      ) : (
        !isDamaged(model) && <UnknownCustomer why={whyUnknown(model.view)} />
      )}
      <OfferPanel model={model} subject={subject} onChange={onChange} />
      {detail.state === 'ready' && (
        <History
          notes={detail.detail.notes}
          {...{ reasonLabel, actionLabel, now }}
          onEdit={(note) => void model.commands.editNote(detail.detail.number, note)}
        />
      )}
    </>
  );
}

/** Puts another in an offer's place, or nothing. */
function replacer(onChange: Change) {
  return (id: string, to: Offer | null) =>
    onChange((c) => ({ ...c, offers: c.offers.flatMap((o) => (o.id !== id ? [o] : to ? [to] : [])) }));
}

/** What was offered in the call that an edited note is of; nothing more can be offered in it. */
function NoteOffers({ model, subject }: Props) {
  const playbook = model.organisation?.playbook;
  const original = subject.editing?.original.offers ?? [];
  const { offers } = subject.content;
  if (!playbook || offers.length === 0) return null;
  const replace = replacer(changer(model));
  return (
    <EditedOffers
      {...{ playbook, offers, original }}
      onChange={(changed) => replace(changed.id, changed)}
      onBack={(o) => replace(o.id, offerStepBack(o))}
      onRemove={(o) => replace(o.id, null)}
    />
  );
}

function OfferPanel({ model, subject, onChange }: StoryProps) {
  const host = useHost();
  const playbook = model.organisation?.playbook;
  if (!playbook) return null;
  const { offers } = subject.content;
  const replace = replacer(onChange);
  const offer = (action: RescueAction) => {
    const blank = { reference: '', taskOwner: '', at: model.now.toISOString() };
    const made = { id: host.newId(), actionCode: action.code, amountMinor: action.costMinor };
    onChange((c) => ({ ...c, offers: [...c.offers, { ...made, ...blank, state: 'offered' }] }));
  };
  return (
    <Offers
      playbook={playbook}
      actions={chooseActions(playbook, situationOf(model, subject))}
      offers={offers}
      onOffer={offer}
      onChange={(changed) => replace(changed.id, changed)}
      onBack={(o) => replace(o.id, offerStepBack(o))}
      onOpenPanel={host.openPanel}
    />
  );
}

function changer({ keeper, pageCustomer }: SidebarModel): Change {
  return (by) => keeper.edit(by, pageCustomer);
}

/** Stays in sight above all the rest: nothing below it may be said before. */
export function Caller({ model, subject }: Props) {
  const change = changer(model);
  return (
    <CallerCheck caller={subject.content.caller} onChange={(caller) => change((c) => ({ ...c, caller }))} />
  );
}

/** What there is to read, in the order of a call: what to say, what we know, what may be offered. */
export function ReadPanels({ model, subject }: Props) {
  const { organisation, keeper, pageCustomer, disclosed } = model;
  const { content, dismissed } = subject;
  const dismiss = (ids: readonly string[]) => keeper.setDismissed(ids, pageCustomer);
  const playbook = organisation?.playbook;
  return (
    <>
      {playbook && (
        <PromptList
          phase={callPhase(content)}
          prompts={choosePrompts(playbook, situationOf(model, subject))}
          dismissed={dismissed.length}
          onDismiss={(id) => dismiss([...dismissed, id])}
          onUndo={() => dismiss(dismissed.slice(0, -1))}
        />
      )}
      {/* Says nothing of the account: whoever calls. */}
      {isDamaged(model) && <UnknownCustomer why="damaged" />}
      {disclosed ? (
        <Story model={model} subject={subject} onChange={changer(model)} />
      ) : (
        <CallerHint caller={content.caller} />
      )}
    </>
  );
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
      {subject.editing && <NoteOffers model={model} subject={subject} />}
      <NoteForm
        name={subject.name}
        content={subject.content}
        save={saveState(state.draft)}
        reasons={organisation?.reasons ?? []}
        author={view && view.account.state !== 'signed-out' ? view.account.name : ''}
        now={now}
        onChange={changer(model)}
        editing={subject.editing !== null}
        canWrapUp={subject.slot === 'call' && state.busy === null}
        onWrapUp={() => void commands.wrapUp()}
      />
    </>
  );
}
