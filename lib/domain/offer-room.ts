import type { Offer } from './note';
import type { Playbook } from './playbook';

/** What is left of the rep's limit in this call, minor units; what was declined is given back. Never below 0. */
export function offerRoom(
  playbook: Pick<Playbook, 'limitMinor'>,
  offers: readonly Pick<Offer, 'amountMinor' | 'state'>[],
): number {
  const given = offers.reduce((sum, o) => sum + (o.state === 'declined' ? 0 : (o.amountMinor ?? 0)), 0);
  return Math.max(playbook.limitMinor - given, 0);
}
