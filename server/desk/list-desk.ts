import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type DeskState, MOST_COUNTED } from '@/lib/domain/desk';
import { type DeskItem, type DeskList, deskPage, type deskQuerySchema } from '@/lib/protocol/desk';
import type { Database } from '@/server/db/schema';
import { FORMER_USER } from '@/server/name-of-user';
import { type DeskCursor, writeCursor } from './desk-cursor';

type Asked = Omit<z.output<typeof deskQuerySchema>, 'after'> & {
  after: DeskCursor | null;
  /** null for everybody's */
  authors: readonly string[] | null;
};

/** As much of a summary as a list shows. */
const SHOWN = 160;

/** What waits is read from the top: exceptions first, the oldest of them first. What is over, the newest first. */
const isOpen = (state: DeskState) => state === 'waiting' || state === 'asked' || state === 'reviewed';

const rows = (db: Kysely<Database>) =>
  db
    .selectFrom('note_reviews as r')
    .innerJoin('notes as n', (join) =>
      join.onRef('n.customer_id', '=', 'r.customer_id').onRef('n.note_id', '=', 'r.note_id'),
    )
    .innerJoin('customers as c', 'c.customer_id', 'r.customer_id')
    .leftJoin('user as u', 'u.id', 'r.author_id')
    .select(['r.customer_id', 'r.note_id', 'r.version', 'r.state', 'r.whys', 'r.rank', 'r.arrived_at'])
    .select(['r.exemplary', 'r.published_version', 'r.author_id', 'n.started_at', 'n.claimed_author'])
    .select(['c.name as customer', 'u.name as author'])
    .select([
      sql<string>`left(n.content ->> 'summary', ${SHOWN})`.as('summary'),
      sql<DeskItem['severity']>`n.content ->> 'severity'`.as('severity'),
    ]);

/** One array: of nobody's notes there are none, and thousands of authors are one parameter. */
const isOf = (column: string, authors: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any(${authors}::text[])`;

type Rows = ReturnType<typeof rows>;
export type DeskRow = Awaited<ReturnType<Rows['execute']>>[number];

function filtered(query: Rows, { why, authorId, text, authors }: Asked): Rows {
  let found = query;
  if (why) found = found.where(sql<boolean>`r.whys @> ${JSON.stringify([why])}::jsonb`);
  if (authorId) found = found.where('r.author_id', '=', authorId);
  if (authors) found = found.where(isOf('r.author_id', authors));
  if (text)
    found = found.where(
      sql<boolean>`to_tsvector('simple', n.content ->> 'summary') @@ websearch_to_tsquery('simple', ${text})`,
    );
  return found;
}

/** By the last note of the page before, never by how many there were: nothing is skipped or told twice when some go. */
function inOrder(query: Rows, { state, after }: Asked): Rows {
  if (isOpen(state)) {
    const ordered = query.orderBy('r.rank').orderBy('r.arrived_at').orderBy('r.note_id');
    return after
      ? ordered.where(
          sql<boolean>`(r.rank, r.arrived_at, r.note_id) > (${after.rank}::smallint, ${after.arrivedAt}::timestamptz, ${after.noteId}::text)`,
        )
      : ordered;
  }
  const ordered = query.orderBy('r.arrived_at', 'desc').orderBy('r.note_id', 'desc');
  return after
    ? ordered.where(
        sql<boolean>`(r.arrived_at, r.note_id) < (${after.arrivedAt}::timestamptz, ${after.noteId}::text)`,
      )
    : ordered;
}

/** The page's query; told apart from reading it so that a test can look at how it is run. */
export const deskPageQuery = (db: Kysely<Database>, asked: Asked) =>
  inOrder(filtered(rows(db).where('r.state', '=', asked.state), asked), asked).limit(deskPage + 1);

/** The number of each customer's card, where one is published. */
export async function numbersOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('published_cards')
    .select(['customer_id', 'number'])
    .where('kind', '=', 'card')
    .where('customer_id', 'in', ids)
    .execute();
  return new Map(found.map((row) => [row.customer_id, Number(row.number)]));
}

/** A row as it is told. */
export const toItem = (row: DeskRow, number: number | undefined): DeskItem => ({
  ...{ noteId: row.note_id, version: row.version, state: row.state, whys: row.whys },
  ...{ customerName: row.customer, cardNumber: number ?? null },
  author: { id: row.author_id, name: row.author ?? row.claimed_author ?? FORMER_USER },
  ...{ at: row.started_at.toISOString(), arrivedAt: row.arrived_at.toISOString() },
  ...{ summary: row.summary, severity: row.severity, exemplary: row.exemplary },
  published: row.published_version,
});

/** The same for one note alone, wherever it stands. */
export const deskRowOf = (db: Kysely<Database>, of: { customerId: string; noteId: string }) =>
  rows(db).where('r.customer_id', '=', of.customerId).where('r.note_id', '=', of.noteId).executeTakeFirst();

async function count(db: Kysely<Database>, state: DeskState, authors: Asked['authors']): Promise<number> {
  let some: SelectQueryBuilder<Database, 'note_reviews', { note_id: string }> = db
    .selectFrom('note_reviews')
    .select('note_id')
    .where('state', '=', state)
    .limit(MOST_COUNTED);
  if (authors) some = some.where(isOf('author_id', authors));
  const { n } = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** A page of the desk: what stands there in this state, by these filters. */
export async function listDesk(db: Kysely<Database>, asked: Asked): Promise<DeskList> {
  const found = await deskPageQuery(db, asked).execute();
  const page = found.slice(0, deskPage);
  const last = found.length > deskPage ? page.at(-1) : undefined;
  const numbers = await numbersOf(db, [...new Set(page.map((row) => row.customer_id))]);
  const of = (state: DeskState) => count(db, state, asked.authors);
  return {
    notes: page.map((row) => toItem(row, numbers.get(row.customer_id))),
    next: last ? writeCursor({ rank: last.rank, arrivedAt: last.arrived_at, noteId: last.note_id }) : null,
    counts: { waiting: await of('waiting'), asked: await of('asked'), reviewed: await of('reviewed') },
  };
}
