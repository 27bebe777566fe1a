import { ApprovalStatus } from '@/components/approval-status';
import { fallbackActions, type OfferSituation } from '@/lib/domain/choose-actions';
import type { Offer } from '@/lib/domain/note';
import type { Playbook } from '@/lib/domain/playbook';
import { type ApprovalFace, approvalFace } from '@/lib/ui/approval-face';
import type { ApprovalModel } from '@/lib/ui/approval-queries';
import { nextWorkingDay } from '@/lib/ui/next-working-day';
import { offerLabel } from '@/lib/ui/offer-label';
import { useSeconds } from '@/lib/ui/use-seconds';
import type { ChangeNote, SidebarModel } from '@/lib/ui/use-sidebar';
import { approvalWords } from '@/lib/ui/words/approval-words';

type Props = {
  model: SidebarModel;
  playbook: Playbook;
  situation: OfferSituation;
  approval: ApprovalModel;
  onOffer: (offer: Pick<Offer, 'actionCode' | 'amountMinor' | 'approvalId'>) => void;
  onRefused: () => void;
};

/** The note's promise, where it has none yet: nothing that was promised is written over. */
function promiseCallBack(change: ChangeNote, { organisation, now }: SidebarModel, what: string): void {
  const promise = { what, dueOn: nextWorkingDay(organisation, now), by: organisation?.user.name ?? '' };
  change((c) => (c.promise ? c : { ...c, promise }));
}

/** The question that the rep has asked in this call. */
export function ApprovalPanel({ model, playbook, situation, approval, onOffer, onRefused }: Props) {
  const { asked, sending, withdraw, askAgain, putAway } = approval;
  const now = useSeconds(asked?.approval?.state === 'waiting');
  const face: ApprovalFace | null = sending ? { state: 'sending' } : approvalFace(asked, now);
  const question = sending ?? asked;
  if (!question || !face) return null;
  const { actionCode, amountMinor } = question;
  const approvalId = asked?.approvalId ?? null;
  const label = offerLabel(playbook, question);
  const hasPromise = model.state.draft?.content.promise;
  return (
    <ApprovalStatus
      face={face}
      label={label}
      currency={playbook.currency}
      fallbacks={fallbackActions(playbook, situation)}
      onCallBack={
        hasPromise
          ? null
          : () => {
              promiseCallBack(model.change, model, approvalWords.asked.callBackWhat(label));
              putAway();
            }
      }
      onOffer={() => onOffer({ approvalId, actionCode, amountMinor })}
      onFallback={(a) => onOffer({ approvalId, actionCode: a.code, amountMinor: a.costMinor })}
      onWithdraw={withdraw}
      onAskAgain={() => asked && askAgain(asked)}
      onClose={putAway}
      onRefused={onRefused}
    />
  );
}
