import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { errorCode } from '@/lib/platform/app-error';
import type { DeskItem } from '@/lib/protocol/desk';
import { useHost } from '@/lib/ui/host';

type Chosen = Pick<DeskItem, 'noteId' | 'version'>;
/** Why one of them is as it was. */
export type NotReviewed = 'conflict' | 'not-found' | 'failed';

/** How far it is; then how many were reviewed, and why each of the others wasn't. */
export type ReviewingMany =
  | { state: 'working'; done: number; all: number }
  | { state: 'done'; reviewed: number; out: readonly NotReviewed[] };

const keyOf = ({ noteId, version }: Chosen) => `${noteId} ${version}`;

/**
 * Marks many notes as reviewed, each as it stood in the list: one that was edited since is left, and said. A try after one that
 * failed has the same ids, so that nothing is done twice. @param userId in whose name
 */
export function useReviewMany(userId: string) {
  const host = useHost();
  const client = useQueryClient();
  const [many, setMany] = useState<ReviewingMany | null>(null);
  const ids = useRef(new Map<string, string>());

  function requestIdOf(note: Chosen): string {
    const requestId = ids.current.get(keyOf(note)) ?? host.newId();
    ids.current.set(keyOf(note), requestId);
    return requestId;
  }
  async function reviewOne(note: Chosen): Promise<'done' | NotReviewed> {
    const { noteId, version } = note;
    const asked = { userId, noteId, version, requestId: requestIdOf(note), correction: null };
    try {
      const { state } = await host.call('desk.review', asked);
      // Answered: the same version may come back to the desk, and is then reviewed anew.
      ids.current.delete(keyOf(note));
      return state;
    } catch (error) {
      return errorCode(error) === 'not-found' ? 'not-found' : 'failed';
    }
  }
  async function review(notes: readonly Chosen[], onDone: (noteId: string) => void): Promise<void> {
    const became: ('done' | NotReviewed)[] = [];
    for (const note of notes) {
      setMany({ state: 'working', done: became.length, all: notes.length });
      // Whom the store doesn't answer now it won't answer for the rest: they stay chosen, to be tried again.
      const last = became.includes('failed') ? 'failed' : await reviewOne(note);
      became.push(last);
      if (last === 'done') onDone(note.noteId);
    }
    const out = became.filter((one) => one !== 'done');
    setMany({ state: 'done', reviewed: became.length - out.length, out });
    await client.invalidateQueries({ queryKey: ['desk'] });
    await client.invalidateQueries({ queryKey: ['desk-note', userId] });
  }

  return {
    many,
    isBusy: many?.state === 'working',
    review: (notes: readonly Chosen[], onDone: (noteId: string) => void) => void review(notes, onDone),
    /** something else was done since */
    forget: () => setMany((now) => (now?.state === 'working' ? now : null)),
  };
}
