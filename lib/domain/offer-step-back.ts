import type { Offer } from './note';

/** An offer as it was one step before; null where it hadn't been made yet. */
export function offerStepBack(offer: Offer): Offer | null {
  if (offer.state === 'done') return { ...offer, state: 'accepted', reference: '' };
  if (offer.state === 'accepted' && offer.taskOwner !== '') return { ...offer, taskOwner: '' };
  return offer.state === 'offered' ? null : { ...offer, state: 'offered' };
}
