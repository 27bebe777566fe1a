import { askableActions, chooseOffers } from '@/lib/domain/choose-actions';
import { useApproval } from '@/lib/ui/approval-queries';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { useVisibleGuard } from '@/lib/ui/visible-guard';
import { useOfferSituation } from './offer-situation';

/** Can a supervisor be asked for a sum in this call: the form is there, and no other question waits? */
export function useMayAsk(model: SidebarModel, subject: Subject): boolean {
  const approval = useApproval(model.state.draft?.noteId);
  const situation = useOfferSituation(model, subject);
  const { elsewhere } = useVisibleGuard();
  const playbook = model.organisation?.playbook;
  if (!playbook || !model.disclosed || elsewhere || approval.asked || approval.sending) return false;
  return askableActions(chooseOffers(playbook, situation)).some(({ kind }) => kind === 'refund');
}
