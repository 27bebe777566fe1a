import { EditedOffers } from '@/components/edited-offers';
import { Offers } from '@/components/offers';
import { chooseActions } from '@/lib/domain/choose-prompts';
import type { Offer } from '@/lib/domain/note';
import { offerStepBack } from '@/lib/domain/offer-step-back';
import type { RescueAction } from '@/lib/domain/playbook';
import { useHost } from '@/lib/ui/host';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { type ChangeNote, changeNote } from './change-note';
import { situationOf } from './situation-of';

type Props = { model: SidebarModel; subject: Subject };

/** Puts another in an offer's place, or nothing. */
function replacer(change: ChangeNote) {
  return (id: string, to: Offer | null) =>
    change((c) => ({ ...c, offers: c.offers.flatMap((o) => (o.id !== id ? [o] : to ? [to] : [])) }));
}

/** What was offered in the call that an edited note is of; nothing more can be offered in it. */
export function EditedOfferPanel({ model, subject }: Props) {
  const playbook = model.organisation?.playbook;
  const original = subject.editing?.original.offers ?? [];
  const { offers } = subject.content;
  if (!playbook || offers.length === 0) return null;
  const replace = replacer(changeNote(model));
  return (
    <EditedOffers
      {...{ playbook, offers, original }}
      onChange={(changed) => replace(changed.id, changed)}
      onBack={(o) => replace(o.id, offerStepBack(o))}
      onRemove={(o) => replace(o.id, null)}
    />
  );
}

/** What may be offered now, and what has been. */
export function OfferPanel({ model, subject }: Props) {
  const host = useHost();
  const playbook = model.organisation?.playbook;
  if (!playbook) return null;
  const { offers } = subject.content;
  const change = changeNote(model);
  const replace = replacer(change);
  const offer = (action: RescueAction) => {
    const blank = { reference: '', taskOwner: '', at: model.now.toISOString() };
    const made = { id: host.newId(), actionCode: action.code, amountMinor: action.costMinor };
    change((c) => ({ ...c, offers: [...c.offers, { ...made, ...blank, state: 'offered' }] }));
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
