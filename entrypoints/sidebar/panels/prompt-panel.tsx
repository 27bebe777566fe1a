import { PromptList } from '@/components/prompt-list';
import { choosePrompts } from '@/lib/domain/choose-prompts';
import { callPhase } from '@/lib/ui/call-phase';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { situationOf } from './situation-of';

type Props = { model: SidebarModel; subject: Subject };

/** What to say, by where the call stands. */
export function PromptPanel({ model, subject }: Props) {
  const { organisation, keeper, pageCustomer } = model;
  const { content, dismissed } = subject;
  const dismiss = (ids: readonly string[]) => keeper.setDismissed(ids, pageCustomer);
  if (!organisation) return null;
  return (
    <PromptList
      phase={callPhase(content)}
      prompts={choosePrompts(organisation.playbook, situationOf(model, subject))}
      dismissed={dismissed.length}
      onDismiss={(id) => dismiss([...dismissed, id])}
      onUndo={() => dismiss(dismissed.slice(0, -1))}
    />
  );
}
