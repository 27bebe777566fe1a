import type { Offer } from '@/lib/domain/note';
import type { Playbook } from '@/lib/domain/playbook';
import { formatMoney } from './format';

/** What an offer is called, with its amount; one that the playbook doesn't know any more stands for itself. */
export function offerLabel(
  { actions, currency }: Pick<Playbook, 'actions' | 'currency'>,
  { actionCode, amountMinor }: Pick<Offer, 'actionCode' | 'amountMinor'>,
): string {
  const label = actions.find((a) => a.code === actionCode)?.label ?? actionCode;
  return amountMinor === null ? label : `${label} ${formatMoney(amountMinor, currency)}`;
}
