import type { Outcome } from './transport';

type Refused = Extract<Outcome<unknown>, { kind: 'refused' }>;

/**
 * The store read it and won't have it, however often it is sent. What a proxy or a portal on the way says (403 with a page
 * of its own, say) has no code of the store's, and is no such word.
 */
export const storeRefuses = (outcome: Outcome<unknown>): outcome is Refused =>
  outcome.kind === 'refused' && outcome.code !== null;

/** No word of the store's: it may or may not have been done, and is to be asked for again. */
export const isUnreached = (outcome: Outcome<unknown>): boolean =>
  ['offline', 'retry-later', 'server-error'].includes(outcome.kind) ||
  (outcome.kind === 'refused' && outcome.code === null);
