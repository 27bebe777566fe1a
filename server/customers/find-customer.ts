import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';

async function byNumber(db: Kysely<Database>, number: number): Promise<string[]> {
  const rows = await db
    .selectFrom('card_numbers')
    .select('customer_id')
    .where('number', '=', number)
    .execute();
  return rows.map((row) => row.customer_id);
}

async function byExternalId(db: Kysely<Database>, text: string): Promise<string[]> {
  const [system, recordType, ...value] = text.split(':');
  const ids = db
    .selectFrom('identifiers')
    .select('customer_id')
    .distinct()
    .where('kind', '=', 'externalId')
    .limit(2);
  const found =
    system !== undefined && recordType !== undefined && value.length > 0
      ? ids
          .where('system', '=', system)
          .where('record_type', '=', recordType)
          .where('value', '=', value.join(':'))
      : ids.where('value', '=', text);
  return (await found.execute()).map((row) => row.customer_id);
}

/**
 * @param text a Heed number, or the id in a CRM: `C-00202`, or in full `demo:customer:C-00202`
 * @throws Error with the remedy when it is nobody's, or several people's
 */
export async function findCustomer(db: Kysely<Database>, text: string): Promise<string> {
  const found = /^\d+$/.test(text) ? await byNumber(db, Number(text)) : await byExternalId(db, text);
  const [only, another] = found;
  if (only === undefined) throw new Error(`No customer has the Heed number or the id “${text}”.`);
  if (another !== undefined)
    throw new Error(`“${text}” is an id of several customers: write it as system:type:id.`);
  return only;
}
