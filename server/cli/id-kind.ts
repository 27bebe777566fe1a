import type { Kysely } from 'kysely';
import { idWordSchema } from '@/lib/domain/identifier';
import { isCaseRecord } from '@/lib/protocol/case-records';
import { CUSTOMER_NUMBER } from '@/lib/protocol/customer-number';
import type { Database } from '@/server/db/schema';
import type { IdKind } from '@/server/import/mapping';
import type { Terminal } from './terminal';

export type IdFlags = { idSystem?: string; idType?: string };

const ID_FLAGS = '--id-system and --id-type, such as --id-system demo --id-type customer';

function idWord(flag: string, word: string): string {
  if (idWordSchema.safeParse(word).success) return word;
  throw new Error(`${flag} takes up to 64 letters, digits, dots, dashes and underscores, not “${word}”.`);
}

/** @throws Error for the numbers of tickets and the like: a customer has many, and each would be taken for one */
function idKind(system: string, recordType: string): IdKind {
  const kind = { system: idWord('--id-system', system), recordType: idWord('--id-type', recordType) };
  if (!isCaseRecord(kind)) return kind;
  throw new Error(`“${system} ${recordType}” is a case and no customer: give the ids of people or accounts.`);
}

function fromFlags({ idSystem, idType }: IdFlags): IdKind | null {
  if (idSystem === undefined && idType === undefined) return null;
  if (idSystem === undefined || idType === undefined) {
    throw new Error(`An id is of a CRM and of a kind of record there: give both ${ID_FLAGS}.`);
  }
  return idKind(idSystem, idType);
}

/** Two CRMs number their records alike, so ids whose CRM isn't known could make two customers one. */
export async function customerIdKind(flags: IdFlags, terminal: Terminal): Promise<IdKind> {
  const given = fromFlags(flags);
  if (given) return given;
  if (terminal.ask === null) throw new Error(`Whose ids are in the file? Say it with ${ID_FLAGS}.`);
  const system = await terminal.ask(
    `Which CRM are the ids of (demo, rt, ${CUSTOMER_NUMBER.system} for numbers as any page shows them, or a word of your own)? `,
  );
  const recordType = await terminal.ask('What does that CRM call such a record (customer, contact, user)? ');
  if (!system || !recordType)
    throw new Error(`Ids without a CRM could be anybody's. Say it with ${ID_FLAGS}.`);
  return idKind(system, recordType);
}

/** A survey names customers by ids that are known already: where the store knows one kind only, it is that. */
export async function responseIdKind(
  flags: IdFlags,
  terminal: Terminal,
  db: Kysely<Database>,
): Promise<IdKind> {
  const given = fromFlags(flags);
  if (given) return given;
  const known = await db
    .selectFrom('identifiers')
    .select(['system', 'record_type'])
    .distinct()
    .where('kind', '=', 'externalId')
    .limit(2)
    .execute();
  const [only, another] = known;
  if (!only || another) return customerIdKind(flags, terminal);
  return { system: only.system, recordType: only.record_type };
}
