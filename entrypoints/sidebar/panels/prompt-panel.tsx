import { useEffect } from 'react';
import { PromptList } from '@/components/prompt-list';
import { chooseOffers } from '@/lib/domain/choose-actions';
import { exampleParts } from '@/lib/domain/fill-example';
import type { Phase } from '@/lib/domain/playbook';
import { callPhase } from '@/lib/ui/call-phase';
import { aboutOf, promptsNow } from '@/lib/ui/prompt-keeper';
import type { Subject } from '@/lib/ui/subject';
import { useHandler } from '@/lib/ui/use-handler';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { useExampleValues } from './example-values';
import { useOfferSituation } from './offer-situation';
import { useSituation } from './use-situation';

type Props = { model: SidebarModel; subject: Subject };

/** What to say, by where the call stands, and what the rep hears. */
export function PromptPanel({ model, subject }: Props) {
  const { organisation, keeper, pageCustomer, prompts: promptKeeper, state } = model;
  const { content, dismissed } = subject;
  const playbook = organisation?.playbook;
  const situation = useSituation(model, subject);
  const known = state.prompts?.about === aboutOf(subject) ? state.prompts : null;
  const prompts = playbook ? promptsNow(known, playbook, situation) : null;
  const values = useExampleValues(model, subject);
  const offering = useOfferSituation(model, subject);
  useEffect(() => {
    if (!playbook || !known) return;
    const offers = chooseOffers(playbook, offering).open.map((a) => a.code);
    promptKeeper.shown({ playbook, situation, offers });
  }, [playbook, known, situation, offering, promptKeeper]);
  const step = useHandler((phase: Phase) => promptKeeper.step(phase, callPhase(content)));
  if (!prompts) return null;
  const dismiss = (ids: readonly string[]) => keeper.setDismissed(ids, pageCustomer);
  const { change } = model;
  return (
    <PromptList
      phase={situation.phase}
      prompts={prompts}
      fill={(example) => exampleParts(example, values, content.caller)}
      dismissed={dismissed.length}
      emotion={content.emotion}
      onPhase={step}
      onHear={(emotion) => change((c) => ({ ...c, emotion }))}
      onDismiss={(id) => dismiss([...dismissed, id])}
      onUndo={() => dismiss(dismissed.slice(0, -1))}
    />
  );
}
