import type { Kysely } from 'kysely';
import { complaintClock, jurisdictionOf } from '@/lib/domain/complaint-clock';
import type { NoteContent, NoteMove } from '@/lib/domain/note';
import { openComplaint } from '@/lib/domain/open-complaint';
import type { OrganisationRules } from '@/lib/domain/organisation-rules';
import { type CustomerDetail, mostNotes } from '@/lib/protocol/customer-detail';
import { importLookupSecret, lookupKey } from '@/lib/protocol/lookup-key';
import { countNames } from './customers/names-pace';
import type { Database } from './db/schema';
import { FORMER_USER } from './name-of-user';
import { readOrganisationRules } from './organisation-rules';

const MOST_OF_EACH = mostNotes;

/**
 * Which of the account's addresses gave an answer, as a key: the address itself is nobody's to read who asks for the
 * answers. One that is theirs no more tells nobody apart: they may have another by now.
 */
async function respondentKeys(db: Kysely<Database>, customerId: string): Promise<Map<string, string>> {
  const addresses = await db
    .selectFrom('identifiers')
    .select('value')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'email')
    .execute();
  if (addresses.length < 2) return new Map();
  const { lookup_key } = await db
    .selectFrom('organisation')
    .select('lookup_key')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const secret = await importLookupSecret(lookup_key);
  const keyed = addresses.map(async ({ value }) => {
    const key = await lookupKey(secret, { kind: 'email', value });
    return [value, key.toString(16)] as const;
  });
  return new Map(await Promise.all(keyed));
}

/** Aggregate-only answers are no one's: they never appear beside a name. */
async function readResponses(db: Kysely<Database>, customerId: string, now: Date) {
  const rows = await db
    .selectFrom('responses')
    .select(['score', 'answered_at', 'verbatim', 'kind', 'mode', 'about', 'respondent'])
    .where('customer_id', '=', customerId)
    .where('confidentiality', '=', 'attributable')
    .where('answered_at', '<=', now)
    .orderBy('answered_at', 'desc')
    .orderBy('response_id', 'desc')
    .limit(MOST_OF_EACH)
    .execute();
  const keyOf = await respondentKeys(db, customerId);
  return rows.map(({ answered_at, respondent, ...rest }) => {
    const key = respondent === null ? undefined : keyOf.get(respondent);
    return { ...rest, at: answered_at.toISOString(), ...(key !== undefined && { respondent: key }) };
  });
}

type Approved = ReadonlyMap<string, string | null>;

/** Of each note, by its offers' ids, which approvals the store found to cover them; and who said yes, where somebody did. */
async function readApproved(db: Kysely<Database>, customerId: string): Promise<Approved> {
  const rows = await db
    .selectFrom('offers')
    .leftJoin('approvals', (join) =>
      join
        .onRef('approvals.customer_id', '=', 'offers.customer_id')
        .onRef('approvals.approval_id', '=', 'offers.approval_id'),
    )
    .leftJoin('user', 'user.id', 'approvals.answered_by')
    .select(['offers.note_id', 'offers.offer_id', 'offers.approval_id'])
    .select(['approvals.state', 'user.name'])
    .where('offers.customer_id', '=', customerId)
    .where('offers.approval_id', 'is not', null)
    .execute();
  const keyed = rows.map((row) => [`${row.note_id} ${row.offer_id} ${row.approval_id}`, row] as const);
  return new Map(
    keyed.map(([key, { state, name }]) => [key, state === 'granted' ? (name ?? FORMER_USER) : null]),
  );
}

function approvedBy(
  approved: Approved,
  noteId: string,
  { offers = [] }: NoteContent,
): Record<string, string> {
  const named = offers.flatMap(({ id, approvalId }) => {
    const by = approved.get(`${noteId} ${id} ${approvalId}`);
    return by ? [[id, by] as const] : [];
  });
  return Object.fromEntries(named);
}

/** A note says of itself what was approved; only what the store found to be is told on. */
const onlyApproved = (approved: Approved, noteId: string, content: NoteContent): NoteContent => ({
  ...content,
  offers: (content.offers ?? []).map((offer) =>
    approved.has(`${noteId} ${offer.id} ${offer.approvalId}`) ? offer : { ...offer, approvalId: null },
  ),
});

/** What the reader is asked about their own notes, by the note's id. */
async function readQuestions(db: Kysely<Database>, customerId: string, readerId: string | undefined) {
  if (readerId === undefined) return new Map<string, { text: string; by: string }>();
  const rows = await db
    .selectFrom('note_reviews')
    .leftJoin('user', 'user.id', 'note_reviews.asked_by')
    .select(['note_id', 'question', 'user.name'])
    .where('customer_id', '=', customerId)
    .where('author_id', '=', readerId)
    .where('question', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.note_id, { text: row.question ?? '', by: row.name ?? FORMER_USER }]));
}

/** What those are called whom the reader moved their own notes away from, by card number. */
async function readNames(
  db: Kysely<Database>,
  { numbers, readerId, now }: { numbers: readonly number[]; readerId: string | undefined; now: Date },
): Promise<Map<number, string>> {
  const asked = [...new Set(numbers)];
  if (asked.length === 0 || readerId === undefined) return new Map();
  // A move is what its author says it was: who names numbers in one asks for names, and is counted as such.
  if (await countNames(db, { userId: readerId, numbers: asked, now })) return new Map();
  const rows = await db
    .selectFrom('card_numbers')
    .innerJoin('customers', 'customers.customer_id', 'card_numbers.customer_id')
    .select(['card_numbers.number', 'customers.name'])
    .where('card_numbers.number', 'in', asked)
    .execute();
  return new Map(rows.map(({ number, name }) => [number, name]));
}

const movedFrom = ({ moves }: { moves: readonly NoteMove[] }) =>
  moves.flatMap(({ from }) => from.cardNumber ?? []);

async function readNotes(
  db: Kysely<Database>,
  { customerId, readerId, now }: { customerId: string; readerId: string | undefined; now: Date },
) {
  const rows = await db
    .selectFrom('notes')
    .leftJoin('user', 'user.id', 'notes.author_id')
    .leftJoin('user as importer', 'importer.id', 'notes.imported_by')
    .select(['note_id', 'author_id', 'started_at', 'content', 'generated', 'version', 'edited_at'])
    .leftJoin('user as giver', 'giver.id', 'notes.begun_by')
    .select('direction')
    .select(['imported_by', 'claimed_author', 'user.name as author', 'importer.name as importer'])
    .select(['begun_by', 'giver.name as giver', 'moves'])
    .where('customer_id', '=', customerId)
    .orderBy('started_at', 'desc')
    .orderBy('note_id', 'desc')
    .limit(MOST_OF_EACH)
    .execute();
  const questions = await readQuestions(db, customerId, readerId);
  const approved = await readApproved(db, customerId);
  const isOwn = (row: { author_id: string | null }) => row.author_id !== null && row.author_id === readerId;
  const names = await readNames(db, { numbers: rows.filter(isOwn).flatMap(movedFrom), readerId, now });
  return rows.map((row) => ({
    noteId: row.note_id,
    direction: row.direction,
    author: row.author ?? row.claimed_author ?? FORMER_USER,
    importedBy: row.imported_by === null ? null : (row.importer ?? FORMER_USER),
    at: row.started_at.toISOString(),
    content: onlyApproved(approved, row.note_id, row.content),
    approvedBy: approvedBy(approved, row.note_id, row.content),
    generated: row.generated,
    version: row.version,
    editedAt: row.edited_at?.toISOString() ?? null,
    own: isOwn(row),
    begunBy: row.begun_by === null ? null : (row.giver ?? FORMER_USER),
    movedFrom: movedFrom(row),
    movedFromNames: isOwn(row) ? movedFrom(row).map((number) => names.get(number) ?? '') : [],
    question: questions.get(row.note_id),
  }));
}

async function readPromises(db: Kysely<Database>, customerId: string, now: Date) {
  const today = now.toISOString().slice(0, 10);
  const rows = await db
    .selectFrom('promises')
    .select(['what', 'due_on', 'by', 'state'])
    .where('customer_id', '=', customerId)
    .orderBy('due_on', 'desc')
    .orderBy('promise_id', 'desc')
    .limit(MOST_OF_EACH)
    .execute();
  return rows.map(({ what, due_on, by, state }) => {
    const broken = state === 'due' && due_on < today;
    return { what, dueOn: due_on, by, state: broken ? ('broken' as const) : state };
  });
}

async function readOpenCase(db: Kysely<Database>, customerId: string): Promise<CustomerDetail['openCase']> {
  const row = await db
    .selectFrom('cases')
    .select(['opened_at', 'due_at'])
    .where('customer_id', '=', customerId)
    .where('closed_at', 'is', null)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row ? { openedAt: row.opened_at.toISOString(), dueAt: row.due_at.toISOString() } : null;
}

/** The open complaint with its clock, which runs from the contact that opened it. */
function complaintIn(notes: CustomerDetail['notes'], rules: OrganisationRules): CustomerDetail['complaint'] {
  const opening = openComplaint(notes.map(({ at, content }) => ({ at, ...content })));
  if (!opening) return null;
  const named = opening.jurisdiction ?? null;
  const runsBy = jurisdictionOf(rules, named);
  const dues = runsBy ? complaintClock(runsBy, rules.calendar, new Date(opening.at)) : [];
  return {
    ...{ openedAt: opening.at, jurisdiction: named },
    steps: dues.map(({ name, on }) => ({ name, dueAt: on })),
  };
}

/**
 * The words behind the card with this number.
 * @param reader their own notes are told from the others'; null where nobody is signed in
 * @returns null where no customer has it
 */
export async function readCustomerDetail(
  db: Kysely<Database>,
  number: number,
  { reader, now }: { reader: { id: string } | null; now: Date },
): Promise<CustomerDetail | null> {
  const owner = await db
    .selectFrom('card_numbers')
    .select('customer_id')
    .where('number', '=', number)
    .executeTakeFirst();
  if (!owner) return null;
  const id = owner.customer_id;
  const notes = await readNotes(db, { customerId: id, readerId: reader?.id, now });
  return {
    number,
    responses: await readResponses(db, id, now),
    notes,
    promises: await readPromises(db, id, now),
    openCase: await readOpenCase(db, id),
    complaint: complaintIn(notes, await readOrganisationRules(db)),
  };
}
