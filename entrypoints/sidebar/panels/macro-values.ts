import type { MacroValues } from '@/lib/domain/fill-macro';
import type { NoteContent, Offer } from '@/lib/domain/note';
import { formatDate, formatMoney } from '@/lib/ui/format';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

type Known = Pick<SidebarModel, 'organisation' | 'now'> & {
  name: string;
  promise: NoteContent['promise'];
};

/** What there is to say in a ready-made line; what isn't there yet is left out, and its name stays as it stands. */
export function macroValues({ organisation, now, name, promise }: Known, offer?: Offer): MacroValues {
  const values: MacroValues = { customer: name, rep: organisation?.user.name ?? '' };
  if (promise) Object.assign(values, { promise: promise.what, due: formatDate(promise.dueOn, now) });
  if (!offer || !organisation) return values;
  const { playbook } = organisation;
  const action = playbook.actions.find((a) => a.code === offer.actionCode)?.label ?? offer.actionCode;
  const { amountMinor, reference, taskOwner: owner } = offer;
  const amount = amountMinor === null ? '' : formatMoney(amountMinor, playbook.currency);
  return { ...values, action, amount, reference, owner };
}
