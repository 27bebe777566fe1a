import { isProtectedHeader } from './header-words';
import type { CustomerMapping, ResponseMapping } from './mapping';

const ON_PURPOSE = 'left out on purpose: it says who somebody is, and may play no part';

/** One line for each column of the file: its name, and what it becomes. */
function lines(header: readonly string[], meaning: Map<string, string>): [string, string][] {
  return header.map((column) => [
    column,
    meaning.get(column) ?? (isProtectedHeader(column) ? ON_PURPOSE : 'not used'),
  ]);
}

function meanings(pairs: readonly (readonly [string | null, string])[]): Map<string, string> {
  return new Map(pairs.flatMap(([column, text]) => (column === null ? [] : [[column, text] as const])));
}

export function describeCustomerMapping(
  header: readonly string[],
  m: CustomerMapping,
  region: string,
): [string, string][] {
  const meaning = meanings([
    ...m.ids.map(({ column, system, recordType }) => [column, `id (${system} ${recordType})`] as const),
    ...m.name.map((column) => [column, 'name'] as const),
    ...m.email.map((column) => [column, 'e-mail'] as const),
    ...m.phone.map((column) => [column, `phone, of ${region} where it names no country`] as const),
    [m.tier, 'tier'],
    [m.since, 'customer since'],
    [m.tenureMonths, 'customer since, counted back in months from today'],
    [m.contract, 'contract'],
    [m.monthlyValue, 'monthly value'],
    [m.status, 'active or lost'],
    [m.supportNeeded, 'support needed'],
    [m.doNotContact, 'do not contact'],
  ]);
  return lines(header, meaning);
}

export function describeResponseMapping(
  header: readonly string[],
  m: ResponseMapping,
  zone: string,
): [string, string][] {
  const who =
    m.customer.by === 'externalId' ? `id (${m.customer.system} ${m.customer.recordType})` : m.customer.by;
  const meaning = meanings([
    [m.responseId, 'id of the answer'],
    [m.customer.column, `the customer, by ${who}`],
    [m.score, 'score'],
    [m.answeredAt, `answered at, in ${zone} where it names no zone`],
    [m.verbatim, 'the customer’s own words'],
    [m.about, 'about (journey stage)'],
  ]);
  return lines(header, meaning);
}
