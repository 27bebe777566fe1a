import type { ExampleValues } from '@/lib/domain/fill-example';
import { brokenPromise } from '@/lib/domain/promised-anew';
import { spokenName } from '@/lib/domain/spoken-name';
import { formatSpokenDay } from '@/lib/ui/format';
import { useDetail } from '@/lib/ui/queries';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';

/** What one says on the telephone; none where the list writes `Lind, Anna`, or an address. */
const firstName = (name: string) => (/[,@]/.test(name) ? '' : (name.trim().split(/\s+/)[0] ?? ''));

/** What Heed knows of what the examples name. The customer's part is read only for a caller who may hear it. */
export function useExampleValues(model: SidebarModel, subject: Subject): ExampleValues {
  const { organisation, view, now, disclosed, state } = model;
  const { data } = useDetail(disclosed ? (subject.card?.number ?? null) : null, userId(view));
  const values: ExampleValues = {
    rep: firstName(organisation?.user.name ?? ''),
    company: organisation?.organisation.name ?? '',
  };
  if (!disclosed) return values;
  const { promise } = subject.content;
  const broken = data?.state === 'ready' ? brokenPromise(data.detail.promises) : null;
  return {
    ...values,
    ...(state.draft && { customer: spokenName(state.draft) }),
    ...(promise && { promise: promise.what, due: formatSpokenDay(promise.dueOn, now) }),
    ...(broken && { broken: broken.what, brokenDue: formatSpokenDay(broken.dueOn, now) }),
    ...(broken?.newDue && { newDue: formatSpokenDay(broken.newDue, now) }),
  };
}
