import type { OpenQuestion } from '@/components/note/promise-warnings';
import { askableActions, chooseOffers } from '@/lib/domain/choose-actions';
import type { Offer } from '@/lib/domain/note';
import type { Asked } from '@/lib/messaging/approval-methods';
import { approvalFace } from '@/lib/ui/approval-face';
import { useApproval } from '@/lib/ui/approval-queries';
import type { Subject } from '@/lib/ui/subject';
import { useSeconds } from '@/lib/ui/use-seconds';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { useVisibleGuard } from '@/lib/ui/visible-guard';
import { useOfferSituation } from './offer-situation';

/** The question that is still to be answered, or used: one that an offer was given with stands beside that offer. */
export function stillOpen(asked: Asked | null, offers: readonly Offer[]): Asked | null {
  return offers.some(({ approvalId }) => approvalId !== null && approvalId === asked?.approvalId)
    ? null
    : asked;
}

/** Can a supervisor be asked for a sum in this call: the form is there, and no other question waits? */
export function useMayAsk(model: SidebarModel, subject: Subject): boolean {
  const { asked, sending } = useApproval(model.state.draft?.noteId);
  const situation = useOfferSituation(model, subject);
  const { elsewhere } = useVisibleGuard();
  const playbook = model.organisation?.playbook;
  if (!playbook || !model.disclosed || elsewhere || sending || stillOpen(asked, subject.content.offers))
    return false;
  return askableActions(chooseOffers(playbook, situation)).some(({ kind }) => kind === 'refund');
}

/** What this call's question says of a sum that is promised: it waits, may be offered by now, or was refused. */
export function useOpenQuestion(model: SidebarModel, subject: Subject): OpenQuestion | null {
  const { asked } = useApproval(model.state.draft?.noteId);
  const open = stillOpen(asked, subject.content.offers);
  const now = useSeconds(open?.approval?.state === 'waiting');
  const state = approvalFace(open, now)?.state;
  if (!open || !model.disclosed) return null;
  const minor = open.amountMinor;
  if (state === 'waiting' || state === 'granted') return { state, minor };
  const { answeredBy, answeredAt } = open.approval ?? {};
  return state === 'refused' && answeredAt ? { state, minor, by: answeredBy ?? '', at: answeredAt } : null;
}
