import { CallerHint } from '@/components/caller-check';
import { UnknownCustomer } from '@/components/empty-state';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { isDamaged } from '../known';
import { PromptPanel } from './prompt-panel';
import { StoryPanel } from './story-panel';

type Props = { model: SidebarModel; subject: Subject };

/** What there is to read, in the order of a call: what to say, what we know, what may be offered. */
export function ReadPanels({ model, subject }: Props) {
  return (
    <>
      <PromptPanel model={model} subject={subject} />
      {/* Says nothing of the account: whoever calls. */}
      {isDamaged(model) && <UnknownCustomer why="damaged" />}
      {model.disclosed ? (
        <StoryPanel model={model} subject={subject} />
      ) : (
        <CallerHint caller={subject.content.caller} />
      )}
    </>
  );
}
