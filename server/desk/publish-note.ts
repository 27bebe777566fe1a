import type { Kysely } from 'kysely';
import type { HeldBack, PublishResult, UndoResult } from '@/lib/protocol/desk';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';
import { changeReview, lockReview, type Review, readDone } from './change-review';
import { publication } from './publication';
import type { Acting } from './review-note';

type Chosen = { noteId: string; version: number };
type Deps = { db: Kysely<Database>; log: { error(fields: object, text: string): void } };

/** Why this version of a note can't go into the record; null where it can. */
export function heldBackBy(review: Pick<Review, 'version' | 'published_version' | 'state'>, version: number) {
  if (review.version !== version) return 'conflict' satisfies HeldBack;
  if (review.published_version === version) return 'there-already' satisfies HeldBack;
  return review.state === 'reviewed' ? null : ('not-reviewed' satisfies HeldBack);
}

async function publishOne(db: Deps['db'], { noteId, version }: Chosen, acting: Acting) {
  const { requestId, viewer, at } = acting;
  return inTransaction(db, async (trx): Promise<PublishResult['result']> => {
    const locked = await lockReview(trx, noteId, viewer);
    if (!locked) return 'not-found';
    const { review } = locked;
    const done = await readDone(trx, locked, requestId);
    if (done?.kind === 'published') return review.published_in === requestId ? 'published' : 'taken-back';
    const held = heldBackBy(review, version);
    if (held) return held;
    await changeReview(trx, locked, publication(review, { requestId, by: viewer.id, at }));
    return 'published';
  });
}

async function undoOne(db: Deps['db'], noteId: string, acting: Acting & { of: string }) {
  const { requestId, of, viewer, at } = acting;
  return inTransaction(db, async (trx): Promise<UndoResult['result']> => {
    const locked = await lockReview(trx, noteId, viewer);
    const published = locked && (await readDone(trx, locked, of));
    if (!locked || published?.kind !== 'published') return 'not-found';
    const { review } = locked;
    if (await readDone(trx, locked, requestId)) return 'undone';
    if (review.published_in !== of) return 'replaced';
    if (review.taken_at) return 'taken';
    const { before } = published.detail;
    if (!before) return 'not-found';
    const { state, published_at, ...earlier } = before;
    await changeReview(trx, locked, {
      set: {
        ...{ ...earlier, published_at: published_at === null ? null : new Date(published_at) },
        // One that was edited since waits for somebody, and goes on waiting.
        ...(review.state === 'published' && { state }),
      },
      event: {
        ...{ event_id: requestId, kind: 'unpublished', by_user: viewer.id, at, version: review.version },
        detail: { of },
      },
    });
    return 'undone';
  });
}

/** Each by itself, one after the other: what fails of one holds up no other, and is told. */
async function each<T, R>({ log }: Deps, items: readonly T[], act: (item: T) => Promise<R>) {
  const results: (R | 'failed')[] = [];
  for (const item of items) {
    results.push(
      await act(item).catch((error: unknown) => {
        const code =
          error instanceof Error ? String('code' in error ? error.code : error.name) : typeof error;
        log.error({ code }, 'a note could not be published, or taken back; it can be tried again');
        return 'failed' as const;
      }),
    );
  }
  return results;
}

/** Puts reviewed versions into the record. Sent again under its id, each counts once. @returns what became of each */
export async function publishNotes(
  deps: Deps,
  notes: readonly Chosen[],
  acting: Acting,
): Promise<PublishResult[]> {
  const results = await each(deps, notes, (chosen) => publishOne(deps.db, chosen, acting));
  return notes.map(({ noteId }, i) => ({ noteId, result: results[i] ?? 'failed' }));
}

/** Takes back what one request published, as long as nothing beyond the store has taken it. */
export async function takeBack(
  deps: Deps,
  notes: readonly string[],
  acting: Acting & { of: string },
): Promise<UndoResult[]> {
  const results = await each(deps, notes, (noteId) => undoOne(deps.db, noteId, acting));
  return notes.map((noteId, i) => ({ noteId, result: results[i] ?? 'failed' }));
}
