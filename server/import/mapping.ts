import { customerWords, plainHeader, responseWords } from './header-words';

/** A column that holds ids, and whose: of which CRM, and of which kind of record there. */
export type IdColumn = { column: string; system: string; recordType: string };

/** Which columns of a customer file become what. Columns by the name in the header; null or empty: not in the file. */
export type CustomerMapping = {
  /** a row must have the first; the others are further ids of the same customer */
  ids: IdColumn[];
  /** joined with a space */
  name: string[];
  email: string[];
  phone: string[];
  tier: string | null;
  since: string | null;
  tenureMonths: string | null;
  contract: string | null;
  monthlyValue: string | null;
  status: string | null;
  supportNeeded: string | null;
  doNotContact: string | null;
};

/** What a column of a response file says about who answered. */
export type CustomerColumn = ({ by: 'externalId' } & IdColumn) | { by: 'email' | 'phone'; column: string };

export type ResponseMapping = {
  /** without it an answer is known by its customer, time, score and words */
  responseId: string | null;
  customer: CustomerColumn;
  score: string;
  answeredAt: string;
  verbatim: string | null;
  about: string | null;
};

/** Which CRM and record type the id column is of. */
export type IdKind = { system: string; recordType: string };

function finder(header: readonly string[]) {
  const matching = (words: readonly string[]) =>
    words.flatMap((word) => header.filter((column) => plainHeader(column) === word));
  return { all: matching, first: (words: readonly string[]) => matching(words)[0] ?? null };
}

function guessName(find: ReturnType<typeof finder>): string[] {
  const full = find.first(customerWords.fullName);
  if (full) return [full];
  const first = find.first(customerWords.firstName);
  const last = find.first(customerWords.lastName);
  if (first && last && first !== last) return [first, last];
  const name = find.first(customerWords.name) ?? last ?? first;
  return name === null ? [] : [name];
}

/** What the names of the columns look like. */
export function guessCustomerMapping(header: readonly string[], idKind: IdKind | null): CustomerMapping {
  const find = finder(header);
  const id = find.first(customerWords.id);
  const since = find.first(customerWords.since);
  return {
    ids: id && idKind ? [{ column: id, ...idKind }] : [],
    name: guessName(find),
    email: find.all(customerWords.email),
    phone: find.all(customerWords.phone),
    tier: find.first(customerWords.tier),
    since,
    tenureMonths: since ? null : find.first(customerWords.tenureMonths),
    contract: find.first(customerWords.contract),
    monthlyValue: find.first(customerWords.monthlyValue),
    status: find.first(customerWords.status),
    supportNeeded: find.first(customerWords.supportNeeded),
    doNotContact: find.first(customerWords.doNotContact),
  };
}

/** A guess may lack what a mapping must have: the map file can add it. */
export type ResponseGuess = {
  [K in keyof ResponseMapping]: ResponseMapping[K] | null;
};

/** What the names of the columns look like; the customer by id where there is one, else by e-mail. */
export function guessResponseMapping(header: readonly string[], idKind: IdKind | null): ResponseGuess {
  const find = finder(header);
  const id = find.first(responseWords.customer);
  const email = find.first(responseWords.email);
  const byId = id && idKind ? ({ by: 'externalId', column: id, ...idKind } as const) : null;
  const byEmail = !id && email ? ({ by: 'email', column: email } as const) : null;
  return {
    responseId: find.first(responseWords.responseId),
    customer: byId ?? byEmail,
    score: find.first(responseWords.score),
    answeredAt: find.first(responseWords.answeredAt),
    verbatim: find.first(responseWords.verbatim),
    about: find.first(responseWords.about),
  };
}

/** Whether a header has an id column, so that it must be known whose ids they are. */
export function hasIdColumn(header: readonly string[], kind: 'customers' | 'responses'): boolean {
  const words = kind === 'customers' ? customerWords.id : responseWords.customer;
  return finder(header).first(words) !== null;
}
