import type { Insertable } from 'kysely';
import type { RawIdentifier } from '@/lib/domain/identifier';
import { normaliseIdentifier } from '@/lib/domain/normalise-identifier';
import { identifierColumns, identifierLookup } from '@/server/db/identifier-lookup';
import type { Database } from '@/server/db/schema';
import type { GeneratedCustomer } from './generated';

type Row<T extends keyof Database> = Insertable<Database[T]>;

/** One batch, table by table, in the order in which they can be written. */
export type CustomerRows = {
  customers: Row<'customers'>[];
  identifiers: Row<'identifiers'>[];
  identifier_owners: Row<'identifier_owners'>[];
  responses: Row<'responses'>[];
  notes: Row<'notes'>[];
  note_owners: Row<'note_owners'>[];
  promises: Row<'promises'>[];
  cases: Row<'cases'>[];
};

type Context = {
  defaultRegion: string;
  /** user ids, in the order of the desk */
  authors: readonly string[];
  at: Date;
};

function identifierRows(c: GeneratedCustomer, defaultRegion: string) {
  const raw: RawIdentifier[] = [
    { kind: 'externalId', system: 'demo', recordType: 'customer', value: c.number },
    ...(c.email ? [{ kind: 'email', value: c.email } as const] : []),
    ...(c.phone ? [{ kind: 'phone', value: c.phone } as const] : []),
  ];
  return raw.flatMap((r) =>
    normaliseIdentifier(r, defaultRegion).map((id) => ({
      identifier: { customer_id: c.id, ...identifierColumns(id), shown: r.value },
      owner: { lookup: identifierLookup(id), customer_id: c.id, is_external_id: id.kind === 'externalId' },
    })),
  );
}

function customerRow(c: GeneratedCustomer, at: Date): Row<'customers'> {
  return {
    customer_id: c.id,
    name: c.name,
    tier: c.tier,
    since: c.since,
    contract: c.contract,
    monthly_value_minor: c.monthlyValueMinor,
    status: c.status,
    support_needed: c.supportNeeded,
    do_not_contact: c.doNotContact,
    generated: true,
    created_at: at,
    updated_at: at,
  };
}

function responseRows(c: GeneratedCustomer): Row<'responses'>[] {
  return c.responses.map(({ id, at, ...rest }) => ({
    customer_id: c.id,
    response_id: id,
    source_id: id,
    answered_at: at,
    generated: true,
    ...rest,
  }));
}

function noteRows(c: GeneratedCustomer, authors: readonly string[]): Row<'notes'>[] {
  const ref = {
    cardNumber: null,
    identifiers: [{ kind: 'externalId', system: 'demo', recordType: 'customer', value: c.number }],
  };
  return c.notes.map((n) => ({
    customer_id: c.id,
    note_id: n.id,
    author_id: authors[n.author % authors.length] ?? '',
    content: JSON.stringify(n.content),
    customer_ref: JSON.stringify(ref),
    moves: '[]',
    started_at: n.startedAt,
    ended_at: n.endedAt,
    received_at: n.endedAt,
    generated: true,
  }));
}

function promiseRows(c: GeneratedCustomer): Row<'promises'>[] {
  return c.notes.flatMap(({ id: noteId, promise }) => {
    if (!promise) return [];
    const { id, what, dueOn, by, state } = promise;
    return [{ customer_id: c.id, promise_id: id, note_id: noteId, what, due_on: dueOn, by, state }];
  });
}

function caseRows(c: GeneratedCustomer): Row<'cases'>[] {
  return c.cases.map(({ id, openedAt, dueAt, closedAt }) => ({
    customer_id: c.id,
    case_id: id,
    opened_at: openedAt,
    due_at: dueAt,
    closed_at: closedAt,
  }));
}

/** Generated customers as rows of the store's tables, each of them marked generated. */
export function customerRows(batch: readonly GeneratedCustomer[], context: Context): CustomerRows {
  const { defaultRegion, authors, at } = context;
  const identifiers = batch.flatMap((c) => identifierRows(c, defaultRegion));
  return {
    customers: batch.map((c) => customerRow(c, at)),
    identifiers: identifiers.map((i) => i.identifier),
    identifier_owners: identifiers.map((i) => i.owner),
    responses: batch.flatMap(responseRows),
    notes: batch.flatMap((c) => noteRows(c, authors)),
    note_owners: batch.flatMap((c) => c.notes.map((n) => ({ note_id: n.id, customer_id: c.id }))),
    promises: batch.flatMap(promiseRows),
    cases: batch.flatMap(caseRows),
  };
}
