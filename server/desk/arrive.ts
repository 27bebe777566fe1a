import type { Selectable, Transaction } from 'kysely';
import { type DeskWhy, deskWhys, rankOf, whysOf } from '@/lib/domain/desk';
import type { DoubtKind } from '@/lib/domain/doubt';
import type { Database } from '@/server/db/schema';
import { rulesOf } from '@/server/organisation-rules';
import { doubtsOfCall, lockDesk, notesOfDoubt } from './doubts-of-call';
import { drawFor } from './draw-sample';
import { matchOf } from './match-of';

type Trx = Transaction<Database>;
type NoteRow = Selectable<Database['notes']>;
type Review = Selectable<Database['note_reviews']>;
type Arriving = Pick<NoteRow, 'customer_id' | 'note_id' | 'author_id' | 'version' | 'content'> &
  Pick<NoteRow, 'customer_ref' | 'moves' | 'started_at' | 'ended_at'>;

async function readDraw(trx: Trx, noteId: string) {
  const row = await trx
    .selectFrom('organisation')
    .select(['sample_seed', 'rules', 'default_region'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const share = rulesOf(row.rules, row.default_region).desk.sampleShare;
  return { draw: drawFor(row.sample_seed, noteId), share };
}

async function hasFlaggedOffer(trx: Trx, { customer_id, note_id, content }: Arriving): Promise<boolean> {
  if (content.offers.length === 0) return false;
  const row = await trx
    .selectFrom('offers')
    .select('offer_id')
    .where('customer_id', '=', customer_id)
    .where('note_id', '=', note_id)
    .where('flag', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function readReview(trx: Trx, { customer_id, note_id }: Arriving): Promise<Review | undefined> {
  return trx
    .selectFrom('note_reviews')
    .selectAll()
    .where('customer_id', '=', customer_id)
    .where('note_id', '=', note_id)
    .forUpdate()
    .executeTakeFirst();
}

/** Why it should be looked at, by what it says and by what its author said beside it. */
async function findWhys(trx: Trx, note: Arriving, drawn: { draw: number | null; share: number | null }) {
  const { customer_id: customerId, author_id: authorId, content, moves } = note;
  const match = await matchOf(trx, customerId, note.customer_ref);
  const call = { customerId, authorId, startedAt: note.started_at, endedAt: note.ended_at };
  const doubts = (await doubtsOfCall(trx, call)).map(({ kind }) => kind);
  const isSampled = drawn.draw !== null && drawn.share !== null && drawn.draw < drawn.share;
  const facts = { content, match, doubts, isSampled, wasMoved: moves.length > 0 };
  return { match, whys: whysOf({ ...facts, hasFlaggedOffer: await hasFlaggedOffer(trx, note) }) };
}

const waitsIf = (whys: readonly DeskWhy[]) => ({
  whys: JSON.stringify(whys),
  rank: rankOf(whys),
  state: whys.length > 0 ? ('waiting' as const) : ('sampled-out' as const),
});

/** Puts a note that was stored just now on the desk, or lets it by; in the transaction that stores it. */
export async function arriveAtDesk(trx: Trx, note: Arriving, at: Date): Promise<void> {
  const { customer_id, note_id, author_id, version } = note;
  await lockDesk(trx, customer_id);
  const drawn = await readDraw(trx, note_id);
  const { match, whys } = await findWhys(trx, note, drawn);
  await trx
    .insertInto('note_reviews')
    .values({
      ...{ customer_id, note_id, author_id, version, match, ...drawn, ...waitsIf(whys) },
      ...{ arrived_at: at, exemplary: false, unreviewed: false },
    })
    .execute();
}

/**
 * A note that its author edited. What was once a reason to look at it stays one; and if a person had looked at it already,
 * or had asked, that is another. What is in the record stays there as it is until it is published anew.
 */
export async function returnToDesk(trx: Trx, note: Arriving, at: Date): Promise<void> {
  const before = await readReview(trx, note);
  if (!before) return arriveAtDesk(trx, note, at);
  const { whys } = await findWhys(trx, note, before);
  const wasSeen = before.reviewed_version !== null || before.state === 'asked';
  const found = new Set([...before.whys, ...whys, ...(wasSeen ? (['edited'] as const) : [])]);
  await trx
    .updateTable('note_reviews')
    .set({
      ...{ version: note.version, arrived_at: at, asked_by: null, asked_at: null, question: null },
      ...waitsIf(deskWhys.filter((why) => found.has(why))),
    })
    .where('customer_id', '=', note.customer_id)
    .where('note_id', '=', note.note_id)
    .execute();
}

type Doubt = { customerId: string; authorId: string; kind: DoubtKind; at: Date };

/** Something looked wrong to a rep in a call whose note is there already: it is looked at again, whatever became of it. */
export async function doubtAtDesk(trx: Trx, doubt: Doubt): Promise<void> {
  await lockDesk(trx, doubt.customerId);
  const why: DeskWhy = doubt.kind === 'wrong-customer' ? 'wrong-customer' : 'looks-wrong';
  const notes = await notesOfDoubt(trx, doubt);
  if (notes.length === 0) return;
  const rows = await trx
    .selectFrom('note_reviews')
    .select(['note_id', 'whys', 'state'])
    .where('customer_id', '=', doubt.customerId)
    .where('note_id', 'in', notes)
    .forUpdate()
    .execute();
  for (const row of rows) {
    const found = deskWhys.filter((one) => one === why || row.whys.includes(one));
    await trx
      .updateTable('note_reviews')
      .set({ ...waitsIf(found), ...(row.state === 'asked' && { state: row.state }) })
      .where('customer_id', '=', doubt.customerId)
      .where('note_id', '=', row.note_id)
      .execute();
  }
}
