import { type NamedAmount, namedAmounts } from './named-amounts';
import type { NoteContent, Offer } from './note';
import { givenMinor } from './offer-room';
import { isWorkingDay, type WorkCalendar, workingDayAfter, workingDayBefore } from './work-calendar';

type Promised = NonNullable<NoteContent['promise']>;
export type OpenPromise = { what: string; dueOn: string; state: 'due' | 'broken' };

/** What stands against a promise, each with what would help. Nothing here forbids it: the rep decides. */
export type PromiseWarning =
  /** more than the rep may give in one call; `named` is where the sum stands, null where the offers alone are over */
  | { kind: 'over-limit'; minor: number; limitMinor: number; named: NamedAmount | null }
  /** nobody works on that day; `before` is null where it would be in the past */
  | { kind: 'day-off'; dueOn: string; before: string | null; after: string }
  | { kind: 'past'; dueOn: string; after: string }
  /** promised to this customer before, and not done: a second promise on top is worth little until this is named */
  | ({ kind: 'open-promise' } & OpenPromise);

export type PromiseAround = {
  offers: readonly Offer[];
  limitMinor: number;
  currency: string;
  calendar: WorkCalendar;
  /** where the organisation is */
  today: string;
  /** what this customer was promised and hasn't got; empty where nobody may hear it yet */
  open: readonly OpenPromise[];
};

/** A sum that is one of the offers is that offer; any other comes on top of what was given by the rep's own leave. */
function overLimit({ what }: Promised, { offers, limitMinor, currency }: PromiseAround): PromiseWarning[] {
  const given = offers.filter(({ state }) => state !== 'declined').map(({ amountMinor }) => amountMinor ?? 0);
  const offered = givenMinor(offers);
  const most = namedAmounts(what, currency)
    .filter(({ minor }) => !given.includes(minor))
    .reduce<NamedAmount | null>((a, b) => (a && a.minor >= b.minor ? a : b), null);
  const minor = offered + (most?.minor ?? 0);
  return minor > limitMinor ? [{ kind: 'over-limit', minor, limitMinor, named: most }] : [];
}

function badDay({ dueOn }: Promised, { calendar, today }: PromiseAround): PromiseWarning[] {
  if (dueOn < today) return [{ kind: 'past', dueOn, after: workingDayAfter(calendar, today, 1) }];
  if (isWorkingDay(calendar, dueOn)) return [];
  const before = workingDayBefore(calendar, dueOn);
  const after = workingDayAfter(calendar, dueOn, 1);
  return [{ kind: 'day-off', dueOn, before: before !== null && before >= today ? before : null, after }];
}

/** Does this promise, by its words, hold that one, too? */
export const isNamedIn = (text: string, what: string) => text.toLowerCase().includes(what.toLowerCase());
const rank = { broken: 0, due: 1 } as const;
/** More than anybody would read out. */
const MOST_OPEN = 3;

/** The same promise noted twice is one; what the words name already is named. */
function stillOpen({ what }: Promised, { open }: PromiseAround): PromiseWarning[] {
  const each = [...new Map(open.map((one) => [`${one.what} ${one.dueOn}`, one])).values()];
  return each
    .filter((one) => !isNamedIn(what, one.what))
    .sort((a, b) => rank[a.state] - rank[b.state] || a.dueOn.localeCompare(b.dueOn))
    .slice(0, MOST_OPEN)
    .map((one) => ({ kind: 'open-promise', ...one }));
}

/** Checks a promise before it is made: against the rep's limit, what was promised before, and the team's calendar. */
export function promiseWarnings(promise: Promised, around: PromiseAround): PromiseWarning[] {
  // What the rep may not promise alone comes before what is to be kept in mind: the last ones are out of sight at first.
  return [...overLimit(promise, around), ...stillOpen(promise, around), ...badDay(promise, around)];
}

/** The promise with another sum where it names one that is too high. */
export function withAmount(what: string, { start, end }: NamedAmount, amount: string): string {
  return `${what.slice(0, start)}${amount}${what.slice(end)}`;
}
