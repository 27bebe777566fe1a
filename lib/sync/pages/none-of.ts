import type { Candidate } from '@/lib/messaging/sidebar-view';

/** Did the rep say of all these that it is none of them? While their cards can't be read there are none to say it of. */
export function isNoneOf(candidates: readonly Candidate[], noneOf: readonly number[] | undefined): boolean {
  if (noneOf === undefined || candidates.length === 0) return false;
  return candidates.every(({ card }) => noneOf.includes(card.number));
}
