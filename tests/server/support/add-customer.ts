import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Identifier } from '@/lib/domain/identifier';
import { uuidv7 } from '@/lib/platform/ids';
import { markDirty } from '@/server/cards/mark-dirty';
import { identifierColumns, identifierLookup } from '@/server/db/identifier-lookup';
import type { Database } from '@/server/db/schema';

type Values<T extends keyof Database> = Partial<Insertable<Database[T]>>;

export type CustomerSpec = {
  customer?: Values<'customers'>;
  identifiers?: Identifier[];
  responses?: Values<'responses'>[];
  promises?: Values<'promises'>[];
  cases?: Values<'cases'>[];
};

/** A moment on the business clock before every test's own "now". */
export const SOME_DAY = new Date('2026-11-01T10:00:00Z');

type Trx = Transaction<Database>;
type Owned = { customer_id: string };

async function insertIdentifiers(trx: Trx, { customer_id }: Owned, identifiers: readonly Identifier[]) {
  for (const id of identifiers) {
    await trx
      .insertInto('identifiers')
      .values({ customer_id, ...identifierColumns(id), shown: id.value })
      .execute();
    await trx
      .insertInto('identifier_owners')
      .values({ customer_id, lookup: identifierLookup(id), is_external_id: id.kind === 'externalId' })
      .execute();
  }
}

function responseRow({ customer_id }: Owned, values: Values<'responses'>): Insertable<Database['responses']> {
  const id = uuidv7(SOME_DAY);
  return {
    customer_id,
    response_id: id,
    source_id: id,
    score: 4,
    verbatim: 'It took too long.',
    answered_at: SOME_DAY,
    kind: 'transactional',
    mode: 'web',
    confidentiality: 'attributable',
    about: null,
    generated: false,
    ...values,
  };
}

function promiseRow({ customer_id }: Owned, values: Values<'promises'>): Insertable<Database['promises']> {
  const promise = { promise_id: uuidv7(SOME_DAY), what: 'Call back', due_on: '2026-11-05', by: 'me' };
  return { customer_id, note_id: null, state: 'due', ...promise, ...values };
}

function caseRow({ customer_id }: Owned, values: Values<'cases'>): Insertable<Database['cases']> {
  return { customer_id, case_id: uuidv7(SOME_DAY), opened_at: SOME_DAY, due_at: SOME_DAY, ...values };
}

/** Puts a customer with all that is theirs into the tables, as an import does, and marks them for the publisher. */
export async function addCustomer(db: Kysely<Database>, spec: CustomerSpec = {}): Promise<string> {
  const owned = { customer_id: uuidv7(SOME_DAY) };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('customers')
      .values({
        ...owned,
        name: 'Somebody',
        status: 'active',
        support_needed: false,
        do_not_contact: false,
        generated: false,
        created_at: SOME_DAY,
        updated_at: SOME_DAY,
        ...spec.customer,
      })
      .execute();
    await insertIdentifiers(trx, owned, spec.identifiers ?? []);
    for (const r of spec.responses ?? []) {
      await trx.insertInto('responses').values(responseRow(owned, r)).execute();
    }
    for (const p of spec.promises ?? []) {
      await trx.insertInto('promises').values(promiseRow(owned, p)).execute();
    }
    for (const c of spec.cases ?? []) await trx.insertInto('cases').values(caseRow(owned, c)).execute();
    await markDirty(trx, [owned.customer_id], SOME_DAY);
  });
  return owned.customer_id;
}
