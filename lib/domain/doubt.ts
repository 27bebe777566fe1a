import { z } from 'zod';

/** What looks wrong to the rep who has the customer on the line. */
export const doubtKinds = [
  'wrong-customer',
  'not-their-score',
  'wrong-reason',
  'out-of-date',
  'other',
] as const;
export type DoubtKind = (typeof doubtKinds)[number];

export const LONGEST_DOUBT = 500;

/**
 * "This looks wrong because…": word to a supervisor about what Heed says of a customer. It is about the data, so it
 * counts for nobody and against nobody: its author is kept to be asked back.
 */
export const doubtSchema = z.object({
  /** only a customer whom Heed says something of can be wrong */
  cardNumber: z.int().positive(),
  /** of the card that the rep saw: it may say something else by the time it is looked at */
  cardVersion: z.int().nonnegative(),
  kind: z.enum(doubtKinds),
  /** may be empty: the kind says enough, and a rep in a call has no time */
  text: z.string().max(LONGEST_DOUBT),
});
export type Doubt = z.infer<typeof doubtSchema>;
