import type { HandOver, NoteMutation } from '@/lib/protocol/mutation';
import type { CallRest } from './drafts';
import { versionAfter, withContent } from './edit-chain';
import type { OutboxRow } from './notes-db';
import { freshRow, type OutboxRows } from './outbox-rows';

/**
 * `userId` is the row's owner, `NoteUser.id`; the mutation's is the store's own. The draft's id is the note's, unless it
 * is an edit of one.
 */
export type Finish = {
  userId: string;
  draftId: string;
  mutation: NoteMutation | HandOver;
  name: string;
  rev: number;
  now: Date;
  /** of a note that ends a call */
  call?: CallRest;
};

/** Where a finished note goes: behind the last row of its note, or in that row's place. */
export type OutboxPlace = { last: OutboxRow | undefined; replaces: boolean; row: OutboxRow };

export function createOutboxPlaces(rows: OutboxRows) {
  /**
   * An edit of a note that can't have reached the store is the note, with another text. Once it may have, its id is
   * spent: another text under it would be taken for a duplicate, and lost.
   */
  async function instead(
    last: OutboxRow | undefined,
    mutation: Finish['mutation'],
  ): Promise<NoteMutation | null> {
    if (mutation.name !== 'editNote' || last?.tried !== false || last.state !== 'waiting') return null;
    const unsent = (await rows.open(last)).mutation;
    return unsent && versionAfter(unsent) === mutation.args.base
      ? withContent(unsent, mutation.args.content)
      : null;
  }

  async function placeOf({ userId, mutation, name, now, call }: Finish): Promise<OutboxPlace> {
    const { noteId } = mutation.args;
    const last = (await rows.ofNote(userId, noteId)).at(-1);
    const replacement = await instead(last, mutation);
    const entry = { name, mutation: replacement ?? mutation, ...(call && { call }) };
    const sealed = await rows.seal(userId, entry);
    if (last && replacement) return { last, replaces: true, row: { ...last, sealed } };
    const seq = last ? (last.seq ?? 0) + 1 : 0;
    const row = { id: mutation.id, userId, noteId, at: now.toISOString(), seq, sealed, ...freshRow };
    return { last, replaces: false, row };
  }

  /** Was the note's last row sent, edited or settled while this one was being sealed? */
  async function isTaken({ last, row }: OutboxPlace): Promise<boolean> {
    const now = (await rows.ofNote(row.userId, row.noteId)).at(-1);
    return now?.id !== last?.id || now?.tried !== last?.tried || now?.state !== last?.state;
  }

  return { of: placeOf, isTaken };
}
