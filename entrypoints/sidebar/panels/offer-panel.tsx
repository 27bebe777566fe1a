import { EditedOffers } from '@/components/edited-offers';
import { Offers } from '@/components/offers';
import { chooseOffers } from '@/lib/domain/choose-actions';
import type { Offer } from '@/lib/domain/note';
import { offerStepBack } from '@/lib/domain/offer-step-back';
import type { RescueAction } from '@/lib/domain/playbook';
import { useApproval } from '@/lib/ui/approval-queries';
import { useHost } from '@/lib/ui/host';
import type { Subject } from '@/lib/ui/subject';
import { useHandler } from '@/lib/ui/use-handler';
import type { ChangeNote, SidebarModel } from '@/lib/ui/use-sidebar';
import { ApprovalPanel } from './approval-panel';
import { OfferMacro } from './macro-panel';
import { stillOpen } from './may-ask';
import { useOfferSituation } from './offer-situation';

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
  const replace = replacer(model.change);
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
  const approval = useApproval(model.state.draft?.noteId);
  const situation = useOfferSituation(model, subject);
  const { change, now } = model;
  const ask = useHandler(({ code: actionCode }: RescueAction, amountMinor: number, why: string) =>
    approval.ask({ actionCode, amountMinor, why }),
  );
  const playbook = model.organisation?.playbook;
  if (!playbook) return null;
  const { offers } = subject.content;
  const replace = replacer(change);
  const offer = (given: Pick<Offer, 'actionCode' | 'amountMinor' | 'approvalId'>) => {
    const blank = { reference: '', taskOwner: '', at: now.toISOString() };
    const made = { id: host.newId(), ...given, ...blank, state: 'offered' as const };
    change((c) => ({ ...c, offers: [...c.offers, made] }));
  };
  const isOpen = approval.sending !== null || stillOpen(approval.asked, offers) !== null;
  return (
    <Offers
      playbook={playbook}
      choice={chooseOffers(playbook, situation)}
      offers={offers}
      now={now}
      asked={
        isOpen
          ? (onRefused) => (
              <ApprovalPanel {...{ model, playbook, situation, approval, onRefused }} onOffer={offer} />
            )
          : null
      }
      wanted={model.state.asking}
      onWanted={model.commands.askedFor}
      failure={isOpen ? null : approval.failure}
      beside={(o) => <OfferMacro model={model} subject={subject} offer={o} />}
      onOffer={({ code: actionCode }, amountMinor) => offer({ actionCode, amountMinor, approvalId: null })}
      onAsk={ask}
      onChange={(changed) => replace(changed.id, changed)}
      onBack={(o) => replace(o.id, offerStepBack(o))}
      onOpenPanel={host.openPanel}
    />
  );
}
