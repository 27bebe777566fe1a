import type { RawIdentifier } from '@/lib/domain/identifier';
import type { PageIdentity } from '../page-report';

/** An identifier, how sure it is (0 to 1), and where on the page it was found. */
export type FoundIdentifier = RawIdentifier & { confidence: number; found: string };

export type DiagnosedPerson = { name: string; identifiers: readonly FoundIdentifier[] };

/** What Heed makes of one page, and why. */
export type Diagnosis = {
  /** `choose`: a person must say who of `candidates` it is */
  outcome: 'customer' | 'choose' | 'nobody' | 'not-ready' | 'not-a-crm';
  adapter: string | null;
  pageKind: string | null;
  /** who read whom it shows, which on a case's page isn't the adapter, and how far that may be believed */
  reading: Pick<PageIdentity, 'adapter' | 'trust'> | null;
  /** the shown customer's name; empty where there is none */
  name: string;
  /** of the customer who is shown */
  identifiers: readonly FoundIdentifier[];
  /** best first; empty where nobody has to choose */
  candidates: readonly DiagnosedPerson[];
  /** what an adapter looked for and didn't find */
  missed: readonly Missed[];
};

export type Missed = { field: string; selector: string };

/** Nobody reads more of where something was looked for. */
export const LONGEST_PLACE = 500;

/** Selectors joined, or what a page says, can be longer than anything. */
export const cutPlace = (place: string): string =>
  place.length > LONGEST_PLACE ? `${place.slice(0, LONGEST_PLACE - 1)}…` : place;
