import { LateResults } from '@/components/late-results';
import { OutreachBar } from '@/components/outreach-bar';
import { OutreachSheet } from '@/components/outreach-sheet';
import { nextWorkingDay } from '@/lib/ui/next-working-day';
import { useLateResults, useOutreach } from '@/lib/ui/outreach-queries';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

const userOf = ({ view, organisation }: SidebarModel): string =>
  view && view.account.state !== 'signed-out' ? (organisation?.user.id ?? '') : '';

/** The list, one customer at a time. */
export function OutreachPanel({ model, onClose }: { model: SidebarModel; onClose: () => void }) {
  const { commands, state, now } = model;
  const { data } = useOutreach(userOf(model), true);
  return (
    <OutreachSheet
      view={state.busy === 'asking' ? undefined : data}
      late={useLateResults(userOf(model))}
      failure={state.failure}
      tooLate={state.outreach === 'too-late'}
      now={now}
      backOn={nextWorkingDay(model.organisation, now)}
      onNext={() => void commands.outreachNext()}
      onLateRead={() => void commands.putResultsAway().then(commands.outreachNext)}
      onBegin={() => void commands.beginOutreach()}
      onGiveBack={() => void commands.giveOutreachBack()}
      onTell={(outcome, callBackAt) => void commands.tellOutreach(outcome, callBackAt)}
      onClose={onClose}
    />
  );
}

/** What belongs to a call from the list, as long as its note is open or nobody has said what it came to. */
export function OutreachCall({ model }: { model: SidebarModel }) {
  const late = useLateResults(userOf(model));
  return (
    <>
      <LateResults late={late} onRead={() => void model.commands.putResultsAway()} />
      <CallInHand model={model} />
    </>
  );
}

function CallInHand({ model }: { model: SidebarModel }) {
  const { commands, state, now } = model;
  const isOn = model.subject?.direction === 'outreach' || state.outreach !== 'unseen';
  const view = useOutreach(userOf(model), isOn).data;
  if (!isOn || view?.state !== 'one' || view.noteId === null) return null;
  if (view.told && view.noteId !== state.draft?.noteId) return null;
  return (
    <OutreachBar
      one={view}
      named={view.noteId !== state.draft?.noteId}
      now={now}
      backOn={nextWorkingDay(model.organisation, now)}
      onTell={(outcome, callBackAt) => void commands.tellOutreach(outcome, callBackAt)}
      onNext={() => void commands.outreachNext()}
    />
  );
}
