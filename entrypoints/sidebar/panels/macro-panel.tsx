import { MacroBar } from '@/components/macro-bar';
import { MacroButton } from '@/components/macro-button';
import type { Offer } from '@/lib/domain/note';
import { macroText, ownWords } from '@/lib/ui/macro-text';
import { offerLabel } from '@/lib/ui/offer-label';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { approvalWords } from '@/lib/ui/words/approval-words';
import { macroValues } from './macro-values';

type Props = { model: SidebarModel; subject: Subject };

const toSummary =
  ({ change }: Pick<SidebarModel, 'change'>) =>
  (by: (summary: string) => string) =>
    change((c) => ({ ...c, summary: by(c.summary) }));

/** The organisation's ready-made lines for the note. */
export function MacroPanel({ model, subject }: Props) {
  const { organisation, now, change } = model;
  const { name, content } = subject;
  const macros = organisation?.playbook.macros ?? [];
  const values = macroValues({ organisation, now, name, promise: content.promise });
  return (
    <MacroBar
      macros={macros.map(({ id, label, text }) => ({
        ...{ id, label: ownWords(label), text: macroText(text, values) },
      }))}
      summary={content.summary}
      onSummary={toSummary({ change })}
    />
  );
}

/** What an offer says in the note, where the playbook has words for it. */
export function OfferMacro({ model, subject, offer }: Props & { offer: Offer }) {
  const { organisation, now, change } = model;
  const { name, content } = subject;
  const playbook = organisation?.playbook;
  const macro = playbook?.actions.find((a) => a.code === offer.actionCode)?.macro;
  if (!playbook || !macro || offer.state === 'declined') return null;
  return (
    <MacroButton
      label={offerLabel(playbook, offer)}
      text={macroText(macro, macroValues({ organisation, now, name, promise: content.promise }, offer))}
      summary={content.summary}
      onSummary={toSummary({ change })}
    >
      {approvalWords.macros.toNote}
    </MacroButton>
  );
}
