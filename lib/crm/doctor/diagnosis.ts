import type { RawIdentifier } from '@/lib/domain/identifier';
import type { PageIdentity } from '../page-report';

/** An identifier, how sure it is (0 to 1), and where on the page it was found. */
export type FoundIdentifier = RawIdentifier & { confidence: number; found: string };

export type DiagnosedPerson = { name: string; identifiers: readonly FoundIdentifier[] };

/** Why a page shows nobody. */
export const WHY_NOBODY = [
  /** people in rows */
  'list',
  /** by its address a start page, settings, a form for someone new */
  'own-page',
  /** none of the pages that the adapter knows, or one that it knows as nobody's */
  'no-page',
  'set-aside',
  /** nothing on it says who, or not that they are the customer */
  'names-nobody',
  'unclear',
  /** a case, and it doesn't say whose */
  'case',
  /** not there yet, or another record's than its address */
  'rendering',
  'other-record',
] as const;
export type WhyNobody = (typeof WHY_NOBODY)[number];

/** What Heed makes of one page, and why. */
export type Diagnosis = {
  /** `choose`: a person must say who of `candidates` it is */
  outcome: 'customer' | 'choose' | 'nobody' | 'not-ready' | 'not-a-crm';
  /** null where somebody was found, and where nobody knows */
  why: WhyNobody | null;
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
