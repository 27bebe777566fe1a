import type { Identifier } from '@/lib/domain/identifier';
import { normaliseIdentifier } from '@/lib/domain/normalise-identifier';
import type { Issue } from './issue';
import type { CustomerMapping } from './mapping';
import { parseContract, parseMoney, parseMonths, parseStatus, parseYesNo } from './parse-cell';
import { type DateOrder, mapParsed, type Parsed, parseDay } from './parse-time';

/** A row's cells by the column's name, trimmed. */
export type ReadCell = (column: string) => string;

export type CustomerFields = {
  name: string;
  tier: string | null;
  /** first day as a customer, or for how many months somebody has been one */
  since: { day: string } | { months: number } | null;
  contract: 'monthly' | 'yearly' | 'longer' | null;
  monthlyValueMinor: number | null;
  status: 'active' | 'lost';
  supportNeeded: boolean;
  doNotContact: boolean;
};

/** Identifiers of one kind and source. A `complete` slot says all there is: what the store has besides is out of date. */
export type Slot = {
  kind: Identifier['kind'];
  system: string;
  recordType: string;
  complete: boolean;
  ids: { id: Identifier; shown: string }[];
};

export type CustomerRow = {
  row: number;
  /** as many as the mapping has and the row fills; the first is always there */
  externalIds: Identifier[];
  slots: Slot[];
  /** what the file says; what it doesn't speak of stays as it is in the store */
  fields: Partial<CustomerFields>;
};

export type CustomerContext = {
  mapping: CustomerMapping;
  region: string;
  dateOrder: DateOrder;
  /** decimal places of the organisation's currency */
  minorDigits: number;
};

type Refuse = (column: string, value: string, reason: string) => void;

const LONGEST_TIER = 40;

function parseTier(text: string): Parsed<string> {
  return text.length <= LONGEST_TIER ? { value: text } : { fault: `longer than ${LONGEST_TIER} letters` };
}

/** Reads one column. `empty` is what an empty cell says; a cell that can't be read says nothing. */
function reader(cell: ReadCell, refuse: Refuse) {
  return <T, E>(column: string | null, empty: E, parse: (text: string) => Parsed<T>): T | E | undefined => {
    if (column === null) return undefined;
    const text = cell(column);
    if (text === '') return empty;
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    refuse(column, text, parsed.fault);
    return undefined;
  };
}

function withoutUndefined<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as Partial<T>;
}

function readFields(cell: ReadCell, context: CustomerContext, refuse: Refuse): Partial<CustomerFields> {
  const { mapping: m, dateOrder, minorDigits } = context;
  const read = reader(cell, refuse);
  const since = read(m.since, null, (text) => mapParsed(parseDay(text, dateOrder), (day) => ({ day })));
  const tenure = read(m.tenureMonths, null, (text) => mapParsed(parseMonths(text), (months) => ({ months })));
  const name = m.name.map(cell).filter(Boolean).join(' ');
  return withoutUndefined<CustomerFields>({
    name: m.name.length > 0 ? name : undefined,
    tier: read(m.tier, null, parseTier),
    since: m.since ? since : tenure,
    contract: read(m.contract, null, parseContract),
    monthlyValueMinor: read(m.monthlyValue, null, (text) => parseMoney(text, minorDigits)),
    status: read(m.status, undefined, parseStatus),
    supportNeeded: read(m.supportNeeded, false, parseYesNo),
    doNotContact: read(m.doNotContact, false, parseYesNo),
  });
}

type ContactKind = 'email' | 'phone';
const NOT_READABLE = { email: 'not an e-mail address', phone: 'not a phone number' };

/** One cell may hold several, between semicolons, commas or bars. */
function readContact(
  text: string,
  kind: ContactKind,
  region: string,
): { found: Identifier[]; bad: string[] } {
  const whole = normaliseIdentifier({ kind, value: text }, region);
  if (whole.length > 0) return { found: whole, bad: [] };
  const parts = text.split(/[;,|]/).map((part) => part.trim());
  const read = parts
    .filter(Boolean)
    .map((part) => ({ part, ids: normaliseIdentifier({ kind, value: part }, region) }));
  return {
    found: read.flatMap((r) => r.ids),
    bad: read.filter((r) => r.ids.length === 0).map((r) => r.part),
  };
}

function contactSlot(kind: ContactKind, cell: ReadCell, context: CustomerContext, refuse: Refuse): Slot[] {
  const columns = context.mapping[kind];
  if (columns.length === 0) return [];
  const slot: Slot = { kind, system: '', recordType: '', complete: true, ids: [] };
  for (const column of columns) {
    const text = cell(column);
    if (text === '') continue;
    const { found, bad } = readContact(text, kind, context.region);
    slot.ids.push(...found.map((id) => ({ id, shown: text })));
    if (bad.length === 0) continue;
    slot.complete = false;
    refuse(column, bad.join('; '), `${NOT_READABLE[kind]}; the row was kept without it`);
  }
  return [slot];
}

/** The first id is the row's own and never replaces another: a merged customer keeps both. */
function idSlots(cell: ReadCell, { mapping, region }: CustomerContext): Slot[] {
  return mapping.ids.flatMap(({ column, system, recordType }, i) => {
    const value = cell(column);
    const ids = normaliseIdentifier({ kind: 'externalId', system, recordType, value }, region);
    return [
      {
        kind: 'externalId',
        system,
        recordType,
        complete: i > 0,
        ids: ids.map((id) => ({ id, shown: value })),
      },
    ];
  });
}

/** What a row says of one customer, and what of it can't be read. Null: a row that names nobody. */
export function readCustomerRow(
  row: number,
  cell: ReadCell,
  context: CustomerContext,
): { customer: CustomerRow | null; issues: Issue[] } {
  const issues: Issue[] = [];
  const ids = idSlots(cell, context);
  const own = context.mapping.ids[0]?.column ?? '';
  if (!ids[0]?.ids[0]) {
    const reason = cell(own) === '' ? 'no id: nobody to attach the row to' : 'not an id that can be kept';
    return { customer: null, issues: [{ row, column: own, value: cell(own), reason, refused: 'row' }] };
  }
  const refuse: Refuse = (column, value, reason) =>
    issues.push({ row, column, value, reason, refused: 'field' });
  const slots = [
    ...ids,
    ...contactSlot('email', cell, context, refuse),
    ...contactSlot('phone', cell, context, refuse),
  ];
  const fields = readFields(cell, context, refuse);
  const externalIds = ids.flatMap((slot) => slot.ids.map(({ id }) => id));
  return { customer: { row, externalIds, slots, fields }, issues };
}
