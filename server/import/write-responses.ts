import type { Kysely, Selectable } from 'kysely';
import type { Confidentiality, SurveyKind, SurveyMode } from '@/lib/domain/response';
import { uuidv7 } from '@/lib/platform/ids';
import { markDirty } from '@/server/cards/mark-dirty';
import { identifierLookup } from '@/server/db/identifier-lookup';
import type { Database } from '@/server/db/schema';
import { groupBy } from '@/server/group-by';
import type { BatchReport } from './import-report';
import type { ResponseRow } from './response-row';

/** What is the same for all answers of a file. */
export type Survey = { kind: SurveyKind; mode: SurveyMode; confidentiality: Confidentiality };

type Response = Selectable<Database['responses']>;
type Known = {
  /** from a lookup text to everybody known by it */
  owners: Map<string, string[]>;
  /** answers of this batch that are there already, by source id */
  stored: Map<string, Response[]>;
};

async function readOwners(trx: Kysely<Database>, rows: readonly ResponseRow[]): Promise<Known['owners']> {
  const lookups = rows.flatMap((row) => row.customer.map(identifierLookup));
  const found = await trx
    .selectFrom('identifier_owners')
    .select(['lookup', 'customer_id'])
    .where('lookup', 'in', lookups)
    .execute();
  const byLookup = groupBy(found, (o) => o.lookup);
  return new Map([...byLookup].map(([lookup, of]) => [lookup, of.map((o) => o.customer_id)]));
}

async function readStored(
  trx: Kysely<Database>,
  rows: readonly ResponseRow[],
  owners: Known['owners'],
): Promise<Known['stored']> {
  const sourceIds = rows.map((row) => row.sourceId);
  const earlier = await trx
    .selectFrom('response_owners')
    .select('customer_id')
    .distinct()
    .where('source_id', 'in', sourceIds)
    .execute();
  const customerIds = new Set([...[...owners.values()].flat(), ...earlier.map((o) => o.customer_id)]);
  if (customerIds.size === 0) return new Map();
  const stored = await trx
    .selectFrom('responses')
    .selectAll()
    .where('customer_id', 'in', [...customerIds])
    .where('source_id', 'in', sourceIds)
    .execute();
  return groupBy(stored, (s) => s.source_id);
}

type Plan = { put: Response[]; moved: Response[]; written: BatchReport };

function sameAnswer(a: Response, b: Response): boolean {
  return (
    a.customer_id === b.customer_id &&
    a.score === b.score &&
    a.verbatim === b.verbatim &&
    a.answered_at.getTime() === b.answered_at.getTime() &&
    a.kind === b.kind &&
    a.mode === b.mode &&
    a.confidentiality === b.confidentiality &&
    a.about === b.about &&
    a.respondent === b.respondent
  );
}

type Input = { known: Known; survey: Survey; now: Date };

function planRow(row: ResponseRow, { known, survey, now }: Input, plan: Plan): void {
  const owners = new Set(row.customer.flatMap((id) => known.owners.get(identifierLookup(id)) ?? []));
  const [customerId] = owners;
  if (customerId === undefined || owners.size > 1) {
    const reason = owners.size > 1 ? `fits ${owners.size} customers` : 'no such customer';
    plan.written.issues.push({ row: row.row, ...row.customerCell, reason, refused: 'row' });
    return;
  }
  const stored = known.stored.get(row.sourceId) ?? [];
  const before = stored.find((s) => s.customer_id === customerId) ?? stored[0];
  const answer: Response = {
    customer_id: customerId,
    response_id: before?.response_id ?? uuidv7(now),
    source_id: row.sourceId,
    score: row.score,
    verbatim: row.verbatim,
    answered_at: row.answeredAt,
    ...survey,
    about: row.about,
    respondent: row.customer.find(({ kind }) => kind === 'email')?.value ?? null,
    generated: false,
  };
  const elsewhere = stored.filter((s) => s.customer_id !== customerId);
  if (before && elsewhere.length === 0 && sameAnswer(answer, before)) {
    plan.written.unchanged += 1;
    return;
  }
  plan.written[before ? 'changed' : 'added'] += 1;
  plan.moved.push(...elsewhere);
  plan.put.push(answer);
}

/** An answer that the file gives to somebody else now must not stay with the first. */
async function removeMoved(trx: Kysely<Database>, moved: readonly Response[]): Promise<void> {
  await trx
    .deleteFrom('responses')
    .where((eb) => eb.or(moved.map(({ customer_id, response_id }) => eb.and({ customer_id, response_id }))))
    .execute();
}

async function putResponses(trx: Kysely<Database>, put: readonly Response[]): Promise<void> {
  await trx
    .insertInto('responses')
    .values(put)
    .onConflict((c) =>
      c.columns(['customer_id', 'source_id']).doUpdateSet((eb) => ({
        score: eb.ref('excluded.score'),
        verbatim: eb.ref('excluded.verbatim'),
        answered_at: eb.ref('excluded.answered_at'),
        kind: eb.ref('excluded.kind'),
        mode: eb.ref('excluded.mode'),
        confidentiality: eb.ref('excluded.confidentiality'),
        about: eb.ref('excluded.about'),
        respondent: eb.ref('excluded.respondent'),
      })),
    )
    .execute();
  await trx
    .insertInto('response_owners')
    .values(put.map(({ source_id, customer_id }) => ({ source_id, customer_id })))
    .onConflict((c) =>
      c.column('source_id').doUpdateSet({ customer_id: (eb) => eb.ref('excluded.customer_id') }),
    )
    .execute();
}

/** Takes over one batch, in the transaction given: all of it or nothing. No two rows of it have the same source id. */
export async function writeResponses(
  trx: Kysely<Database>,
  rows: readonly ResponseRow[],
  { survey, now }: { survey: Survey; now: Date },
): Promise<BatchReport> {
  const owners = await readOwners(trx, rows);
  const known = { owners, stored: await readStored(trx, rows, owners) };
  const plan: Plan = { put: [], moved: [], written: { added: 0, changed: 0, unchanged: 0, issues: [] } };
  for (const row of rows) planRow(row, { known, survey, now }, plan);
  if (plan.moved.length > 0) await removeMoved(trx, plan.moved);
  if (plan.put.length > 0) {
    await putResponses(trx, plan.put);
    const touched = [...plan.put, ...plan.moved].map((answer) => answer.customer_id);
    await markDirty(trx, touched, now);
  }
  return plan.written;
}
