import { type Kysely, sql, type Transaction } from 'kysely';
import type { Identifier } from '@/lib/domain/identifier';
import { isAboutNobody, type NoteCustomer } from '@/lib/domain/note';
import { isCaseRecord } from '@/lib/protocol/case-records';
import { identifierColumns, identifierLookup } from '@/server/db/identifier-lookup';
import type { Database } from '@/server/db/schema';
import { countNewcomer } from './newcomer-pace';
import { Rejection } from './rejection';

async function byCardNumber(db: Kysely<Database>, number: number): Promise<string> {
  const row = await db
    .selectFrom('card_numbers')
    .select('customer_id')
    .where('number', '=', number)
    .executeTakeFirst();
  const customer =
    row &&
    (await db
      .selectFrom('customers')
      .select('customer_id')
      .where('customer_id', '=', row.customer_id)
      .executeTakeFirst());
  if (!customer) throw new Rejection('customer-not-found', `no customer has the card number ${number}`);
  return customer.customer_id;
}

/** Customers known by any of these identifiers. */
export async function ownersOf(db: Kysely<Database>, identifiers: readonly Identifier[]): Promise<string[]> {
  if (identifiers.length === 0) return [];
  const rows = await db
    .selectFrom('identifier_owners')
    .select('customer_id')
    .distinct()
    .where('lookup', 'in', identifiers.map(identifierLookup))
    .execute();
  return rows.map((row) => row.customer_id);
}

/** Two notes on the same unknown customer at once must not make two customers: the second waits here for the first. */
async function lockIdentifiers(trx: Transaction<Database>, identifiers: readonly Identifier[]) {
  for (const lookup of identifiers.map(identifierLookup).sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${lookup}, 0))`.execute(trx);
  }
}

/** `by` is the id of who sent what makes them. */
type Fresh = { customerId: string; at: Date; by: string };
type NewCustomer = Fresh & { identifiers: readonly Identifier[] };

async function createCustomer(trx: Transaction<Database>, { customerId, identifiers, at, by }: NewCustomer) {
  await countNewcomer(trx, { by, at });
  await trx
    .insertInto('customers')
    .values({
      customer_id: customerId,
      name: '',
      status: 'active',
      support_needed: false,
      do_not_contact: false,
      generated: false,
      created_at: at,
      updated_at: at,
    })
    .execute();
  const unique = [...new Map(identifiers.map((id) => [identifierLookup(id), id])).entries()];
  await trx
    .insertInto('identifiers')
    .values(unique.map(([, id]) => ({ customer_id: customerId, ...identifierColumns(id), shown: id.value })))
    .execute();
  await trx
    .insertInto('identifier_owners')
    .values(
      unique.map(([lookup, id]) => ({
        lookup,
        customer_id: customerId,
        is_external_id: id.kind === 'externalId',
      })),
    )
    .execute();
}

/** The card says who; but a note whose identifiers all speak of others was written about somebody else. */
async function byCard(trx: Transaction<Database>, number: number, identifiers: readonly Identifier[]) {
  const customerId = await byCardNumber(trx, number);
  const owners = await ownersOf(trx, identifiers);
  if (owners.length > 0 && !owners.includes(customerId)) {
    throw new Rejection('customer-ambiguous', `the identifiers do not lead to card number ${number}`);
  }
  return customerId;
}

/** A phone may be a household's: beside an address or an id that nobody has, it doesn't say who. */
async function refusePhoneAlone(trx: Transaction<Database>, identifiers: readonly Identifier[]) {
  const own = identifiers.filter((id) => id.kind !== 'phone');
  if (own.length > 0 && (await ownersOf(trx, own)).length === 0) {
    throw new Rejection(
      'customer-ambiguous',
      'only a phone leads to a customer, who is not known by the rest',
    );
  }
}

/** A ticket's number or a conversation's is no customer's: each would become one, without a name. */
function ofPeople({ cardNumber, identifiers }: NoteCustomer): Identifier[] {
  const people = identifiers.filter((id) => id.kind !== 'externalId' || !isCaseRecord(id));
  if (cardNumber !== null || people.length > 0) return people;
  throw new Rejection(
    'customer-not-found',
    'the note names the number of a case, such as a ticket, and nothing of whom it is about',
  );
}

/**
 * Whom a note is about: the card's customer, else the one customer its identifiers lead to, else a new customer with
 * those identifiers.
 * @throws Rejection `customer-not-found`, `customer-ambiguous` or `too-many-newcomers`
 */
export async function resolveCustomer(
  trx: Transaction<Database>,
  customer: NoteCustomer,
  fresh: Fresh,
): Promise<string> {
  const { cardNumber } = customer;
  if (isAboutNobody(customer)) {
    throw new Rejection('customer-not-found', 'the note names neither a card nor an identifier');
  }
  const identifiers = ofPeople(customer);
  if (cardNumber !== null) return byCard(trx, cardNumber, identifiers);
  const known = await ownersOf(trx, identifiers);
  if (known.length === 0) await lockIdentifiers(trx, identifiers);
  const owners = known.length === 0 ? await ownersOf(trx, identifiers) : known;
  const [first, ...others] = owners;
  if (others.length > 0) {
    throw new Rejection('customer-ambiguous', `the identifiers lead to ${owners.length} customers`);
  }
  if (first !== undefined) {
    await refusePhoneAlone(trx, identifiers);
    return first;
  }
  await createCustomer(trx, { identifiers, ...fresh });
  return fresh.customerId;
}
