import { CallerCheck } from '@/components/caller-check';
import { focusField } from '@/lib/ui/focus-field';
import type { Subject } from '@/lib/ui/subject';
import { useGoOn } from '@/lib/ui/use-go-on';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

type Props = { model: SidebarModel; subject: Subject };

/** Stays in sight above all the rest: nothing below it may be said before. */
export function CallerPanel({ model, subject }: Props) {
  const { change } = model;
  // Who calls is settled: they talk, and the rep writes.
  useGoOn(subject.content.caller, () => focusField('summary'));
  return (
    <div data-field="caller">
      <CallerCheck caller={subject.content.caller} onChange={(caller) => change((c) => ({ ...c, caller }))} />
    </div>
  );
}
