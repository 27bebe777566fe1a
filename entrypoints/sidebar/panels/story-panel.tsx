import { UnknownCustomer } from '@/components/empty-state';
import { History } from '@/components/history';
import { type DetailState, ToldUs } from '@/components/told-us';
import { type AppErrorCode, errorCode } from '@/lib/platform/app-error';
import { codeLabels } from '@/lib/ui/code-labels';
import { useHost } from '@/lib/ui/host';
import { useDetail } from '@/lib/ui/queries';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { whyUnknown } from '@/lib/ui/why-unknown';
import { isDamaged } from '../known';
import { OfferPanel } from './offer-panel';

type Props = { model: SidebarModel; subject: Subject };

/** The store won't tell it, or not any more: then what was told before isn't shown either. */
const WITHHELD: ReadonlySet<AppErrorCode> = new Set(['not-allowed', 'not-found']);

function useDetailState({ model: { view }, subject }: Props): DetailState {
  const user = view && view.account.state !== 'signed-out' ? view.account.name : '';
  const { data, error } = useDetail(subject.card?.number ?? null, user);
  const withheld = error && WITHHELD.has(errorCode(error));
  if (data && !withheld) return data;
  return { state: error ? 'failed' : 'loading' };
}

/** The customer's own story, and what may be done about it: only for a caller who may hear it. */
export function StoryPanel({ model, subject }: Props) {
  const { organisation, now } = model;
  const host = useHost();
  const detail = useDetailState({ model, subject });
  const { reason: reasonLabel, action: actionLabel } = codeLabels(organisation);
  return (
    <>
      {subject.card ? (
        <ToldUs card={subject.card} {...{ detail, reasonLabel, now }} realNow={host.now()} />
      ) : (
        !isDamaged(model) && <UnknownCustomer why={whyUnknown(model.view)} />
      )}
      <OfferPanel model={model} subject={subject} />
      {detail.state === 'ready' && (
        <History
          notes={detail.detail.notes}
          {...{ reasonLabel, actionLabel, now }}
          onEdit={(note) => void model.commands.editNote(detail.detail.number, note)}
        />
      )}
    </>
  );
}
