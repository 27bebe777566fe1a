/** What a rep noticed outside a survey. The words for them are in `lib/ui/words/signal-words.ts`. */
export const signalKinds = [
  'new-question', // never heard before, or again unanswered
  'not-found', // something customers look for and can't find
  'no-sale', // a contact that should have ended in a sale and didn't
  'competitor', // something competitors do better
  'own-experience', // the rep's own, as a customer
] as const;
export type SignalKind = (typeof signalKinds)[number];

/** What is noticed fits in a line or two. */
export const LONGEST_SIGNAL = 300;

/** Below so many different givers of a team in a month, nobody is shown what was given there without a name. */
export const FEWEST_GIVERS = 5;

/** So many with a name one person gives in a day: more would push others’ out of the list. */
export const MOST_NAMED_A_DAY = 50;

/** So many signals without a name one person gives in a month: whoever has a token must not be able to drown the others. */
export const MOST_NAMELESS = 20;
