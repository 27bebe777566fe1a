import type { Kysely, Selectable } from 'kysely';
import { noteContentSchema } from '@/lib/domain/note';
import type { DeskNote } from '@/lib/protocol/desk';
import type { Database } from '@/server/db/schema';
import { writtenAt, writtenBy } from '@/server/mutations/as-stored';
import { FORMER_USER } from '@/server/name-of-user';
import { doubtsOfCall } from './doubts-of-call';
import { deskRowOf, numbersOf, toItem } from './list-desk';

type Db = Kysely<Database>;
type Of = { customerId: string; noteId: string };
type NoteRow = Selectable<Database['notes']>;
type Review = Selectable<Database['note_reviews']>;
type NameOf = (id: string) => string;

const readVersions = (db: Db, { customerId, noteId }: Of) =>
  db
    .selectFrom('note_versions')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .orderBy('version')
    .execute();

const readEvents = (db: Db, { customerId, noteId }: Of) =>
  db
    .selectFrom('note_review_events')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .orderBy('at')
    .orderBy('event_id')
    .execute();

async function readOffers(db: Db, { customerId, noteId }: Of): Promise<DeskNote['offers']> {
  const rows = await db
    .selectFrom('offers')
    .select(['action_code', 'amount_minor', 'state', 'reference', 'flag', 'approval_id'])
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .orderBy('at')
    .execute();
  return rows.map(({ action_code, amount_minor, approval_id, ...offer }) => ({
    ...{ ...offer, actionCode: action_code, amountMinor: amount_minor, approved: approval_id !== null },
  }));
}

async function readPromise(db: Db, { customerId, noteId }: Of, now: Date): Promise<DeskNote['promise']> {
  const row = await db
    .selectFrom('promises')
    .select(['what', 'due_on', 'by', 'state'])
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .executeTakeFirst();
  if (!row) return null;
  const isBroken = row.state === 'due' && row.due_on < now.toISOString().slice(0, 10);
  return { what: row.what, dueOn: row.due_on, by: row.by, state: isBroken ? 'broken' : row.state };
}

async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<NameOf> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  const rows = await db.selectFrom('user').select(['id', 'name']).where('id', 'in', known).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? FORMER_USER;
}

function toHistory(events: Awaited<ReturnType<typeof readEvents>>, nameOf: NameOf): DeskNote['history'] {
  return events.map(({ kind, by_user, at, version, detail: { question, is, corrected } }) => ({
    ...{ kind, by: by_user === null ? null : nameOf(by_user), at: at.toISOString(), version },
    ...(question !== undefined && { question }),
    ...(is !== undefined && { is }),
    ...(corrected !== undefined && { corrected }),
  }));
}

const toQuestion = ({ question, asked_by, asked_at }: Review, nameOf: NameOf): DeskNote['question'] =>
  question === null || asked_by === null || asked_at === null
    ? null
    : { text: question, by: nameOf(asked_by), at: asked_at.toISOString() };

const readNote = (db: Db, { customerId, noteId }: Of): Promise<NoteRow> =>
  db
    .selectFrom('notes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow();

const readReview = (db: Db, { customerId, noteId }: Of): Promise<Review> =>
  db
    .selectFrom('note_reviews')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow();

async function readSaid(db: Db, note: NoteRow): Promise<DeskNote['doubts']> {
  const doubts = await doubtsOfCall(db, {
    ...{ customerId: note.customer_id, authorId: note.author_id },
    ...{ startedAt: note.started_at, endedAt: note.ended_at },
  });
  return doubts.map(({ kind, said, at }) => ({ kind, text: said, at: at.toISOString() }));
}

/**
 * Everything that is known of a note at the desk: whose it is, what it says and said, why it is there, what was done.
 * @returns null where it has never come to the desk
 */
export async function readDeskNote(db: Db, of: Of, now: Date): Promise<DeskNote | null> {
  const row = await deskRowOf(db, of);
  if (!row) return null;
  const [note, review] = [await readNote(db, of), await readReview(db, of)];
  const versions = await readVersions(db, of);
  const events = await readEvents(db, of);
  const people = [writtenBy(note), note.imported_by, review.asked_by];
  const others = [...versions.map((v) => v.written_by), ...events.map((e) => e.by_user)];
  const nameOf = await namesOf(db, [...people, ...others]);
  return {
    ...toItem(row, (await numbersOf(db, [of.customerId])).get(of.customerId)),
    content: noteContentSchema.parse(note.content),
    written: { by: nameOf(writtenBy(note)), at: writtenAt(note).toISOString() },
    versions: versions.map(({ version, content, written_by, written_at }) => ({
      ...{ version, content: noteContentSchema.parse(content) },
      ...{ by: nameOf(written_by), at: written_at.toISOString() },
    })),
    ...{ match: review.match, moves: note.moves.length, sampledOf: review.share },
    importedBy: note.imported_by === null ? null : nameOf(note.imported_by),
    offers: await readOffers(db, of),
    promise: await readPromise(db, of, now),
    doubts: await readSaid(db, note),
    question: toQuestion(review, nameOf),
    unreviewed: review.unreviewed,
    history: toHistory(events, nameOf),
  };
}
