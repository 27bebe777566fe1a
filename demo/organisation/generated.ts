import type { NoteContent } from '@/lib/domain/note';
import type { Confidentiality, SurveyKind, SurveyMode } from '@/lib/domain/response';

export type GeneratedPerson = {
  name: string;
  /** as a file would spell it, upper case now and then; null where none is known */
  email: string | null;
  phone: string | null;
};

export type GeneratedResponse = {
  id: string;
  score: number | null;
  verbatim: string;
  at: Date;
  kind: SurveyKind;
  mode: SurveyMode;
  confidentiality: Confidentiality;
  about: string | null;
};

export type GeneratedPromise = { id: string; what: string; dueOn: string; by: string; state: 'due' | 'kept' };

/** One contact and what was written down about it. */
export type GeneratedNote = {
  id: string;
  /** which of the organisation's reps, from 0 */
  author: number;
  startedAt: Date;
  endedAt: Date;
  content: NoteContent;
  promise: GeneratedPromise | null;
};

export type GeneratedCase = { id: string; openedAt: Date; dueAt: Date; closedAt: Date | null };

export type GeneratedCustomer = GeneratedPerson & {
  id: string;
  /** `C-00202` */
  number: string;
  tier: 'Gold' | 'Silver' | 'Standard';
  monthlyValueMinor: number;
  /** `YYYY-MM-DD` */
  since: string;
  contract: 'monthly' | 'yearly' | 'longer';
  status: 'active' | 'lost';
  supportNeeded: boolean;
  doNotContact: boolean;
  responses: GeneratedResponse[];
  notes: GeneratedNote[];
  cases: GeneratedCase[];
};

/** Everything in it is made up, and every row of it goes to the store marked so. */
export type GeneratedOrganisation = {
  name: string;
  generated: true;
  start: Date;
  customers: GeneratedCustomer[];
};
