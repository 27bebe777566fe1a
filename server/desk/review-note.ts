import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import type { Correction } from '@/lib/domain/desk';
import { noteContentSchema } from '@/lib/domain/note';
import type { StoredNote } from '@/lib/protocol/mutation';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';
import { asStored, type NoteRow } from '@/server/mutations/as-stored';
import { cleanText } from '@/server/mutations/clean-note';
import { rewriteNote } from '@/server/mutations/rewrite-note';
import { changeReview, type Locked, lockReview, readDone } from './change-review';
import type { Viewer } from './whose-notes';

type Trx = Transaction<Database>;
/** Who does it, and when. */
export type Acting = { requestId: string; viewer: Viewer; at: Date };
type Of = { noteId: string };

/** What became of it: `done` names the note's customer, on whom it can be read. */
export type DeskOutcome = { state: 'done'; customerId: string } | { state: 'conflict'; theirs: StoredNote };

/**
 * Does something with a note as its version stands, once for each request.
 * @returns null where there is no such note for whoever acts
 */
function onVersion(
  db: Kysely<Database>,
  { noteId, version, requestId, viewer }: Of & Acting & { version: number | null },
  act: (trx: Trx, locked: Locked) => Promise<void>,
): Promise<DeskOutcome | null> {
  return inTransaction(db, async (trx) => {
    const locked = await lockReview(trx, noteId, viewer);
    if (!locked) return null;
    const { note } = locked;
    const done = { state: 'done' as const, customerId: note.customer_id };
    if (await readDone(trx, locked, requestId)) return done;
    if (version !== null && note.version !== version)
      return { state: 'conflict', theirs: await asStored(trx, note) };
    await act(trx, locked);
    return done;
  });
}

/** A note of before a field was asked says nothing of it, which is what the field's default says. */
function isSame(note: NoteRow, correction: Correction): boolean {
  const now = noteContentSchema.parse(note.content);
  return Object.entries(correction).every(([field, value]) =>
    isDeepStrictEqual(value, now[field as keyof Correction]),
  );
}

type Reviewing = Of & Acting & { version: number; correction: Correction | null };

/**
 * Says that this version was looked at, with how it was coded corrected where it has to be: then that becomes the note's
 * newest version, by the same way as its author's edits. What was said, promised and given stays as it is.
 */
export function reviewNote(db: Kysely<Database>, reviewing: Reviewing): Promise<DeskOutcome | null> {
  const { requestId, at, correction } = reviewing;
  const by = reviewing.viewer.id;
  return onVersion(db, reviewing, async (trx, locked) => {
    const { note } = locked;
    const isCorrected = correction !== null && !isSame(note, correction);
    const content = { ...note.content, ...correction };
    const { version } = isCorrected ? await rewriteNote(trx, note, { content, by, at }) : note;
    // What is in the record already needn't be published once more: now somebody has looked at it.
    const isThere = locked.review.published_version === version;
    await changeReview(trx, locked, {
      set: {
        ...(isThere ? { state: 'published', unreviewed: false } : { state: 'reviewed' }),
        ...{ version, reviewed_by: by, reviewed_at: at, reviewed_version: version },
        ...{ asked_by: null, asked_at: null, question: null },
      },
      event: {
        ...{ event_id: requestId, kind: 'reviewed', by_user: by, at, version },
        detail: isCorrected ? { corrected: note.version } : {},
      },
    });
  });
}

/** Asks a note's author back. It waits for them, and comes back when they have edited it. */
export function askBack(
  db: Kysely<Database>,
  asking: Of & Acting & { version: number; question: string },
): Promise<DeskOutcome | null> {
  const { requestId, at } = asking;
  const by = asking.viewer.id;
  const question = cleanText(asking.question);
  return onVersion(db, asking, (trx, locked) =>
    changeReview(trx, locked, {
      set: { state: 'asked', asked_by: by, asked_at: at, question },
      event: {
        ...{ event_id: requestId, kind: 'asked', by_user: by, at, version: locked.note.version },
        detail: { question },
      },
    }),
  );
}

/** Marks a note as one to learn from, or takes the mark away. It is of the note, whatever its version. */
export function markExemplary(
  db: Kysely<Database>,
  marking: Of & Acting & { exemplary: boolean },
): Promise<DeskOutcome | null> {
  const { requestId, at, exemplary } = marking;
  const by = marking.viewer.id;
  return onVersion(db, { ...marking, version: null }, (trx, locked) =>
    changeReview(trx, locked, {
      set: { exemplary },
      event: {
        ...{ event_id: requestId, kind: 'exemplary', by_user: by, at, version: locked.note.version },
        detail: { is: exemplary },
      },
    }),
  );
}
