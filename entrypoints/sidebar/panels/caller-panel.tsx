import { CallerCheck } from '@/components/caller-check';
import type { CallSlot } from '@/lib/messaging/sidebar-view';
import { focusField } from '@/lib/ui/focus-field';
import type { Subject } from '@/lib/ui/subject';
import { useGoOn } from '@/lib/ui/use-go-on';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { handoverWords } from '@/lib/ui/words/handover-words';
import { words } from '@/lib/ui/words/words';
import { callOnScreen } from './call-on-screen';

type Props = { model: SidebarModel; subject: Subject };

function whyAskAgain({ askAgain, begunBy }: CallSlot): string {
  if (askAgain === null) return '';
  return askAgain === 'held' ? words.caller.held : handoverWords.verified(begunBy);
}

/** Stays in sight above all the rest: nothing below it may be said before. */
export function CallerPanel({ model, subject }: Props) {
  const { change } = model;
  const call = callOnScreen(model);
  // Who calls is settled: they talk, and the rep writes.
  useGoOn(subject.content.caller, () => focusField('summary'));
  return (
    <div data-field="caller">
      <CallerCheck
        caller={subject.content.caller}
        askAgain={call ? whyAskAgain(call) : ''}
        onChange={(caller) => change((c) => ({ ...c, caller }))}
      />
    </div>
  );
}
