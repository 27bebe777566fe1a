import type { OfferSituation } from '@/lib/domain/choose-actions';
import { useEarlierOffers, useOffersToday } from '@/lib/ui/approval-queries';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { useSituation } from './use-situation';

/** What offers are chosen by: for what may be said, and for what may be given. */
export function useOfferSituation(model: SidebarModel, subject: Subject): OfferSituation {
  const today = useOffersToday(model.state.draft?.noteId);
  const earlier = useEarlierOffers(model, subject);
  const situation = useSituation(model, subject);
  const { offers, rootReason } = subject.content;
  return {
    ...situation,
    ...{ offers, rootReason, now: model.now, earlier, today },
  };
}
