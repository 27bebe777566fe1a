import { useMemo } from 'react';
import type { ExampleValues } from '@/lib/domain/fill-example';
import type { NoteContent } from '@/lib/domain/note';
import { brokenPromise } from '@/lib/domain/promised-anew';
import { spokenName } from '@/lib/domain/spoken-name';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { formatSpokenDay } from '@/lib/ui/format';
import { useDetail } from '@/lib/ui/queries';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';

/** What one says on the telephone; none where the list writes `Lind, Anna`, or an address. */
const firstName = (name: string) => (/[,@]/.test(name) ? '' : (name.trim().split(/\s+/)[0] ?? ''));

type Account = {
  promises: CustomerDetail['promises'];
  promise: NoteContent['promise'];
  customer: string;
  now: Date;
};

/** The customer's part. */
function accountValues({ promises, promise, customer, now }: Account): ExampleValues {
  const broken = brokenPromise(promises);
  return {
    customer,
    ...(promise && { promise: promise.what, due: formatSpokenDay(promise.dueOn, now) }),
    ...(broken && { broken: broken.what, brokenDue: formatSpokenDay(broken.dueOn, now) }),
    ...(broken?.newDue && { newDue: formatSpokenDay(broken.newDue, now) }),
  };
}

const none: CustomerDetail['promises'] = [];

/** What Heed knows of what the examples name. The customer's part is read only for a caller who may hear it. */
export function useExampleValues(model: SidebarModel, subject: Subject): ExampleValues {
  const { organisation, view, now, disclosed, state } = model;
  const { data } = useDetail(disclosed ? (subject.card?.number ?? null) : null, userId(view));
  const promises = data?.state === 'ready' ? data.detail.promises : none;
  const { promise } = subject.content;
  const customer = state.draft ? spokenName(state.draft) : '';
  return useMemo(() => {
    const rep = firstName(organisation?.user.name ?? '');
    const ours = { rep, company: organisation?.organisation.name ?? '' };
    return disclosed ? { ...ours, ...accountValues({ promises, promise, customer, now }) } : ours;
  }, [organisation, disclosed, promises, promise, customer, now]);
}
