import { useState } from 'react';
import { useChosenNotes } from './use-chosen-notes';
import { useCurrentNote } from './use-current-note';
import { useDeskList } from './use-desk-list';
import { useDeskActs, useDeskNote } from './use-desk-note';
import { usePublish } from './use-publish';
import { useReviewMany } from './use-review-many';

/**
 * All of a supervisor's desk: its notes, which is on show, which are chosen, what is being written to whom.
 * @param reader who is signed in
 */
export function useDesk(reader: string) {
  const list = useDeskList(reader);
  const { userId } = list;
  const { current, show, step } = useCurrentNote(list.notes);
  const note = useDeskNote(userId, current?.noteId ?? null);
  const acts = useDeskActs(userId);
  const publish = usePublish(userId);
  const reviewing = useReviewMany(userId);
  const { ticked, drop, ...choosing } = useChosenNotes(list.notes);
  const [sought, setSought] = useState(0);
  const [writing, setWriting] = useState<'correct' | 'ask' | null>(null);
  const isSame = note.data !== undefined && note.data.noteId === current?.noteId;
  return {
    ...{ list, current, publish, reviewing, writing, setWriting, sought },
    chosen: new Set(ticked.map(({ noteId }) => noteId)),
    acts: {
      ...acts,
      act: (what: Parameters<typeof acts.act>[0]) => {
        publish.forgetUndone();
        reviewing.forget();
        return acts.act(what);
      },
    },
    /** as the store has it; what another note said is never shown under this one's name */
    note: isSame ? note.data : undefined,
    noteError: note.error,
    readAgain: () => void note.refetch(),
    /** nothing can be done now */
    isAway: list.query.error !== null,
    ...choosing,
    /** the next, or the one before; the keyboard stays in the list */
    step: (by: 1 | -1) => {
      setSought(0);
      return step(by);
    },
    /** shows it, and goes to it */
    open: (noteId: string) => {
      show(noteId);
      setSought((before) => before + 1);
    },
    lookAtPublishing: () => {
      reviewing.forget();
      publish.look(ticked);
    },
    /** each that is chosen, as it stands in the list */
    reviewChosen: () => {
      publish.forgetUndone();
      if (ticked.length > 0 && !reviewing.isBusy) reviewing.review(ticked, drop);
    },
  };
}

export type DeskModel = ReturnType<typeof useDesk>;
