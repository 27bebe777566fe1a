import type { Kysely } from 'kysely';
import type { NoteContent } from '@/lib/domain/note';
import type { Preview } from '@/lib/protocol/desk';
import type { Database } from '@/server/db/schema';
import { noteOwner } from '@/server/mutations/note-owner';
import { heldBackBy } from './publish-note';
import { authorsSeenBy, type Viewer } from './whose-notes';

type Db = Kysely<Database>;
type Counted = Pick<NoteContent, 'reasons' | 'complaint'>;
type Foreseen = { told: Preview['notes'][number]; before: Counted | null; after: Counted | null };

/** What the record holds of a note now. */
async function inRecord(db: Db, of: { customerId: string; noteId: string; version: number }) {
  const earlier = await db
    .selectFrom('note_versions')
    .select('content')
    .where('customer_id', '=', of.customerId)
    .where('note_id', '=', of.noteId)
    .where('version', '=', of.version)
    .executeTakeFirst();
  return earlier?.content ?? null;
}

async function readRow(db: Db, noteId: string, authors: readonly string[] | null) {
  const customerId = await noteOwner(db, noteId);
  if (customerId === undefined) return null;
  const row = await db
    .selectFrom('note_reviews as r')
    .innerJoin('notes as n', (join) =>
      join.onRef('n.customer_id', '=', 'r.customer_id').onRef('n.note_id', '=', 'r.note_id'),
    )
    .select(['r.author_id', 'r.version', 'r.state', 'r.published_version', 'n.content'])
    .where('r.customer_id', '=', customerId)
    .where('r.note_id', '=', noteId)
    .executeTakeFirst();
  if (!row || (authors && !authors.includes(row.author_id))) return null;
  return { ...row, customerId };
}

async function foresee(
  db: Db,
  { noteId, version }: { noteId: string; version: number },
  authors: readonly string[] | null,
): Promise<Foreseen> {
  const nothing = { before: null, after: null };
  const row = await readRow(db, noteId, authors);
  if (!row) return { told: { noteId, will: 'not-found', was: null }, ...nothing };
  const { customerId, published_version: was, content } = row;
  const held = heldBackBy(row, version);
  if (held) return { told: { noteId, will: held, was }, ...nothing };
  if (was === null) return { told: { noteId, will: 'come', was }, before: null, after: content };
  const before = await inRecord(db, { customerId, noteId, version: was });
  return { told: { noteId, will: 'replace', was }, before, after: content };
}

function changes(foreseen: readonly Foreseen[]): Pick<Preview, 'reasons' | 'complaints'> {
  const reasons = new Map<string, number>();
  let complaints = 0;
  const count = (content: Counted | null, by: 1 | -1) => {
    for (const code of content?.reasons ?? []) reasons.set(code, (reasons.get(code) ?? 0) + by);
    if (content?.complaint) complaints += by;
  };
  for (const { before, after } of foreseen) {
    count(before, -1);
    count(after, 1);
  }
  const changed = [...reasons]
    .map(([code, change]) => ({ code, change }))
    .filter(({ change }) => change !== 0);
  return { reasons: changed.sort((a, b) => b.change - a.change || (a.code < b.code ? -1 : 1)), complaints };
}

/** What publishing these would change in the record, and what would stay out and why; nothing is done. */
export async function previewPublish(
  db: Db,
  notes: readonly { noteId: string; version: number }[],
  viewer: Viewer,
): Promise<Preview> {
  const authors = await authorsSeenBy(db, viewer);
  const foreseen: Foreseen[] = [];
  for (const chosen of notes) foreseen.push(await foresee(db, chosen, authors));
  return { notes: foreseen.map(({ told }) => told), ...changes(foreseen) };
}
