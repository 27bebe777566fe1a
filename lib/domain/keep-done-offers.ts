import type { Offer } from './note';

/**
 * The offers of a note that was edited. An offer that was done is a fact: it stays as it was, changed or left out. All
 * others are what the edit says they are.
 * @param before what the note said
 * @param after what the edit says
 */
export function keepDoneOffers(before: readonly Offer[], after: readonly Offer[]): Offer[] {
  const done = new Map(before.filter(({ state }) => state === 'done').map((offer) => [offer.id, offer]));
  const kept = after.map((offer) => done.get(offer.id) ?? offer);
  const leftOut = [...done.values()].filter(({ id }) => !after.some((offer) => offer.id === id));
  return [...leftOut, ...kept];
}
