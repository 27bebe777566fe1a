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

function onSummary(model: SidebarModel) {
  const { change } = model;
  return (by: (summary: string) => string) => change((c) => ({ ...c, summary: by(c.summary) }));
}

/** The organisation's ready-made lines for the note. */
export function MacroPanel({ model, subject }: Props) {
  const macros = model.organisation?.playbook.macros ?? [];
  const values = macroValues(model, subject);
  return (
    <MacroBar
      macros={macros.map(({ id, label, text }) => ({
        ...{ id, label: ownWords(label), text: macroText(text, values) },
      }))}
      summary={subject.content.summary}
      onSummary={onSummary(model)}
    />
  );
}

/** What an offer says in the note, where the playbook has words for it. */
export function OfferMacro({ model, subject, offer }: Props & { offer: Offer }) {
  const playbook = model.organisation?.playbook;
  const macro = playbook?.actions.find((a) => a.code === offer.actionCode)?.macro;
  if (!playbook || !macro || offer.state === 'declined') return null;
  return (
    <MacroButton
      label={offerLabel(playbook, offer)}
      text={macroText(macro, macroValues(model, subject, offer))}
      summary={subject.content.summary}
      onSummary={onSummary(model)}
    >
      {approvalWords.macros.toNote}
    </MacroButton>
  );
}
