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

/**
 * Marks many notes as reviewed, each as it stood in the list: one that was edited since is left, and said. A second try has
 * the same ids, so that nothing is done twice. @param userId in whose name
 */
export function useReviewMany(userId: string) {
  const host = useHost();
  const client = useQueryClient();
  const [many, setMany] = useState<ReviewingMany | null>(null);
  const ids = useRef(new Map<string, string>());

  function requestIdOf({ noteId, version }: Chosen): string {
    const about = `${noteId} ${version}`;
    const requestId = ids.current.get(about) ?? host.newId();
    ids.current.set(about, requestId);
    return requestId;
  }
  async function reviewOne(note: Chosen): Promise<'done' | NotReviewed> {
    const { noteId, version } = note;
    const asked = { userId, noteId, version, requestId: requestIdOf(note), correction: null };
    try {
      return (await host.call('desk.review', asked)).state;
    } catch (error) {
      return errorCode(error) === 'not-found' ? 'not-found' : 'failed';
    }
  }
  async function review(notes: readonly Chosen[]): Promise<void> {
    const became: ('done' | NotReviewed)[] = [];
    for (const note of notes) {
      setMany({ state: 'working', done: became.length, all: notes.length });
      // Whom the store doesn't answer now it won't answer for the rest: they stay chosen, to be tried again.
      became.push(became.includes('failed') ? 'failed' : await reviewOne(note));
    }
    const out = became.filter((one) => one !== 'done');
    setMany({ state: 'done', reviewed: became.length - out.length, out });
    await client.invalidateQueries({ queryKey: ['desk'] });
    await client.invalidateQueries({ queryKey: ['desk-note', userId] });
  }

  return {
    many,
    isBusy: many?.state === 'working',
    review: (notes: readonly Chosen[]) => void review(notes),
    /** something else was done since */
    forget: () => setMany(null),
  };
}
