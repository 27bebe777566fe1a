import type { Offer } from '@/lib/domain/note';
import type { Playbook } from '@/lib/domain/playbook';
import { offerLabel } from './offer-label';
import { noteWords } from './words/note-words';

const MOST = 2;

/**
 * What is likely to be promised now, in words: what they accepted and nobody has done yet, then that somebody calls
 * back. What was only offered is no promise.
 */
export function likelyPromises(
  playbook: Pick<Playbook, 'actions' | 'currency'>,
  offers: readonly Offer[],
): string[] {
  const taken = offers
    .filter(({ state }) => state === 'accepted')
    .map((offer) => offerLabel(playbook, offer));
  return [...new Set([...taken, noteWords.callBack])].slice(0, MOST);
}
