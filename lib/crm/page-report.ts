import type { RawIdentifier } from '@/lib/domain/identifier';

/**
 * What a content script knows about the page it stands in. It reports facts; the background decides.
 *
 * - `blank`: the page is going somewhere or still rendering; nobody, until more is known
 * - `nobody`: a list, a dashboard, a page without a customer
 * - `customer`: these identifiers stand on the page now
 */
export type PageReport =
  | { state: 'blank' | 'nobody'; seq: number }
  | { state: 'customer'; seq: number; identity: PageIdentity };

/** Bounds of `pageIdentitySchema`. What doesn't fit them is a list, not the customer. */
export const LONGEST_KEY = 8000;
export const LONGEST_NAME = 300;

/** A customer as the page shows them. */
export type PageIdentity = {
  /** the same text for the same page content: compares what is on the page with what was reported */
  key: string;
  adapter: string;
  pageKind: string;
  /**
   * How far it may be believed: `proven` by an adapter that was seen to be right; `likely`, which a person is asked to
   * confirm once per site; `doubtful`: a person must say who it is.
   */
  trust: 'proven' | 'likely' | 'doubtful';
  /** as the page spells it, of several people all their names; empty where the page shows none */
  name: string;
  /** where there are several people: of each their own, in that order; empty where the page shows none */
  names?: string[];
  /** each group is one person the page names as its customer; more than one only where the page says so (two requesters) */
  people: RawIdentifier[][];
};
