import type { MacroValues } from '@/lib/domain/fill-macro';
import type { Offer } from '@/lib/domain/note';
import { formatDate, formatMoney } from '@/lib/ui/format';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

/** What there is to say in a ready-made line; what isn't there yet is left out, and its name stays as it stands. */
export function macroValues(model: SidebarModel, subject: Subject, offer?: Offer): MacroValues {
  const { organisation, now } = model;
  const { promise } = subject.content;
  const values: MacroValues = { customer: subject.name, rep: organisation?.user.name ?? '' };
  if (promise) Object.assign(values, { promise: promise.what, due: formatDate(promise.dueOn, now) });
  if (!offer || !organisation) return values;
  const { playbook } = organisation;
  const action = playbook.actions.find((a) => a.code === offer.actionCode)?.label ?? offer.actionCode;
  const { amountMinor, reference, taskOwner: owner } = offer;
  const amount = amountMinor === null ? '' : formatMoney(amountMinor, playbook.currency);
  return { ...values, action, amount, reference, owner };
}
