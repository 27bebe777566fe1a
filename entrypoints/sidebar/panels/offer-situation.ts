import type { EarlierOffer, OfferSituation } from '@/lib/domain/choose-actions';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { situationOf } from './situation-of';

/** What offers are chosen by. */
export function offerSituationOf(
  model: SidebarModel,
  subject: Subject,
  past: { earlier: readonly EarlierOffer[]; today: number | null },
): OfferSituation {
  const { offers, rootReason } = subject.content;
  return {
    ...situationOf(model, subject),
    ...{ offers, rootReason, now: model.now },
    ...past,
  };
}
