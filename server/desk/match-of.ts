import type { Transaction } from 'kysely';
import type { MatchKind } from '@/lib/domain/desk';
import type { NoteCustomer } from '@/lib/domain/note';
import { isCaseRecord } from '@/lib/protocol/case-records';
import { identifierLookup } from '@/server/db/identifier-lookup';
import type { Database } from '@/server/db/schema';
import { groupBy } from '@/server/group-by';

/** How sure it is that a note is about the customer whom it was stored on, by what its author's page showed. */
export async function matchOf(
  trx: Transaction<Database>,
  customerId: string,
  { identifiers }: NoteCustomer,
): Promise<MatchKind> {
  const said = identifiers.filter((id) => id.kind !== 'externalId' || !isCaseRecord(id));
  // Chosen by their card, with nothing beside it that could speak against them.
  if (said.length === 0) return 'certain';
  const rows = await trx
    .selectFrom('identifier_owners')
    .select(['lookup', 'customer_id'])
    .where('lookup', 'in', said.map(identifierLookup))
    .execute();
  const owners = groupBy(rows, (row) => row.lookup);
  const theirs = said.flatMap((id) => {
    const of = (owners.get(identifierLookup(id)) ?? []).map((row) => row.customer_id);
    return of.includes(customerId) ? [{ kind: id.kind, alone: of.length === 1 }] : [];
  });
  if (theirs.length === 0) return 'by-hand';
  if (theirs.some(({ kind, alone }) => alone && kind !== 'phone')) return 'certain';
  return theirs.some(({ alone }) => alone) ? 'phone-alone' : 'shared';
}
