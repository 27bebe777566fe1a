import { UnknownCustomer } from '@/components/empty-state';
import { History } from '@/components/history/history';
import { type DetailState, ToldUs } from '@/components/told-us';
import { type AlreadyTold, alreadyTold } from '@/lib/domain/already-told';
import { wasApproved } from '@/lib/domain/offer-room';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import { mostNotes } from '@/lib/protocol/customer-detail';
import { codeLabels } from '@/lib/ui/code-labels';
import { firstRules } from '@/lib/ui/next-working-day';
import { offerLabel } from '@/lib/ui/offer-label';
import { useDetail } from '@/lib/ui/queries';
import type { Subject } from '@/lib/ui/subject';
import { useNow } from '@/lib/ui/use-now';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';
import { whyUnknown } from '@/lib/ui/why-unknown';
import { isDamaged } from '../known';
import { DoubtPanel } from './doubt-panel';
import { OfferPanel } from './offer-panel';

type Props = { model: SidebarModel; subject: Subject };

/** The store won't tell it, or not any more: then what was told before isn't shown either. */
const WITHHELD: ReadonlySet<AppErrorCode> = new Set(['not-allowed', 'not-found']);

function useDetailState({ model: { view }, subject }: Props): DetailState {
  const user = userId(view);
  const { data, error } = useDetail(subject.card?.number ?? null, user);
  const withheld = error && WITHHELD.has(errorCode(error));
  if (data && !withheld) return data;
  return { state: error ? 'failed' : 'loading' };
}

/** How often they called about this: about what is tapped by now. */
function toldBy(state: DetailState, { model, subject }: Props): AlreadyTold | null {
  if (state.state !== 'ready' || !subject.card) return null;
  return alreadyTold({
    cardNumber: subject.card.number,
    told: { number: state.detail.number, notes: state.detail.notes, mostNotes },
    reasons: model.organisation?.reasons ?? [],
    present: subject.content,
    now: model.now,
  });
}

/** The customer's own story, and what may be done about it: only for a caller who may hear it. */
export function StoryPanel({ model, subject }: Props) {
  const { organisation, now } = model;
  const realNow = useNow();
  const detail = useDetailState({ model, subject });
  const told = toldBy(detail, { model, subject });
  const { reason: reasonLabel, action: actionLabel } = codeLabels(organisation);
  const { zone } = (organisation?.rules ?? firstRules).calendar;
  return (
    <>
      {subject.card ? (
        <ToldUs card={subject.card} {...{ detail, told, reasonLabel, now, zone, realNow }}>
          <DoubtPanel model={model} card={subject.card} />
        </ToldUs>
      ) : (
        !isDamaged(model) && <UnknownCustomer why={whyUnknown(model.view)} />
      )}
      <OfferPanel model={model} subject={subject} />
      {detail.state === 'ready' && (
        <History
          detail={detail.detail}
          {...{ reasonLabel, actionLabel, now }}
          offerLabel={(offer) =>
            organisation ? offerLabel(organisation.playbook, offer) : actionLabel(offer.actionCode)
          }
          wasApproved={(offer) => organisation !== null && wasApproved(organisation.playbook, offer)}
          onEdit={(note) => void model.commands.editNote(detail.detail.number, note)}
        />
      )}
    </>
  );
}
