import type { Caller, Direction, NoteContent, Offer } from './note';

type Promised = NonNullable<NoteContent['promise']>;

/** The sentences a summary is made of, in the reader's language, with its labels and dates in them. */
export type SummaryWords = {
  /** who spoke, and about what; about nothing where that is null */
  contact: (who: { caller: Caller; direction: Direction; about: string | null }) => string;
  unhappy: (reasons: readonly string[], severity: NoteContent['severity']) => string;
  root: (reason: string) => string;
  lossOf: Record<NonNullable<NoteContent['lossOf']>, string>;
  offer: (offer: Offer) => string;
  complaint: string;
  dispute: string;
  promise: (promise: Promised) => string;
  followUp: (day: string) => string;
  outcome: Record<NonNullable<NoteContent['outcome']>, string>;
  /** the organisation's word for a reason code */
  reason: (code: string) => string;
};

function what(content: NoteContent, words: SummaryWords): string[] {
  const { reasons, severity, rootReason, lossOf, offers, promise } = content;
  return [
    ...(reasons.length > 0 ? [words.unhappy(reasons.map(words.reason), severity)] : []),
    ...(rootReason !== null ? [words.root(words.reason(rootReason))] : []),
    ...(lossOf !== null ? [words.lossOf[lossOf]] : []),
    ...offers.map(words.offer),
    ...(content.complaint ? [words.complaint] : []),
    ...(content.dispute ? [words.dispute] : []),
    ...(promise ? [words.promise(promise)] : []),
    ...(content.followUpOn !== null ? [words.followUp(content.followUpOn)] : []),
    ...(content.outcome !== null ? [words.outcome[content.outcome]] : []),
  ];
}

/**
 * What was tapped, in sentences. None where nothing was tapped that a sentence could be made of: who called alone is
 * none. Support needed never stands in them: that is a flag, and nobody's story.
 */
export function assembleSentences(content: NoteContent, direction: Direction, words: SummaryWords): string[] {
  const { caller, contactReason } = content;
  const said = what(content, words);
  if (contactReason === null && said.length === 0) return [];
  const about = contactReason === null ? null : words.reason(contactReason);
  return [words.contact({ caller, direction, about }), ...said];
}

/** A summary that the rep goes on with; empty where there is nothing to go on with. */
export function assembleSummary(content: NoteContent, direction: Direction, words: SummaryWords): string {
  return assembleSentences(content, direction, words).join(' ');
}
