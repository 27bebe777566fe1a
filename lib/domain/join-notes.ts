import { MOST_REASONS, type NoteContent, type Offer } from './note';

function joinText(mine: string, theirs: string): string {
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`;
}

function joinOffers(mine: readonly Offer[], theirs: readonly Offer[]): Offer[] {
  return [...mine, ...theirs.filter(({ id }) => !mine.some((offer) => offer.id === id))];
}

/**
 * One note of two that say something else: all words of both, mine first; where only one can stand, mine does. It is a
 * proposal: a person reads it before it counts.
 */
export function joinNotes(mine: NoteContent, theirs: NoteContent): NoteContent {
  return {
    caller: mine.caller === 'unverified' ? theirs.caller : mine.caller,
    contactReason: mine.contactReason ?? theirs.contactReason,
    summary: joinText(mine.summary, theirs.summary),
    reasons: [...new Set([...mine.reasons, ...theirs.reasons])].slice(0, MOST_REASONS),
    rootReason: mine.rootReason ?? theirs.rootReason,
    severity: mine.severity ?? theirs.severity,
    lossOf: mine.lossOf ?? theirs.lossOf,
    emotion: mine.emotion ?? theirs.emotion,
    complaint: mine.complaint || theirs.complaint,
    jurisdiction: mine.jurisdiction ?? theirs.jurisdiction,
    dispute: mine.dispute || theirs.dispute,
    supportNeeded: mine.supportNeeded || theirs.supportNeeded,
    promise: mine.promise ?? theirs.promise,
    offers: joinOffers(mine.offers, theirs.offers),
    outcome: mine.outcome ?? theirs.outcome,
    followUpOn: mine.followUpOn ?? theirs.followUpOn,
  };
}
