import { useState } from 'react';
import type { DeskItem } from '@/lib/protocol/desk';

/**
 * Which notes of the list are chosen, each in the version that it was chosen in: one that is edited afterwards is chosen no
 * more, for nobody has seen what it says now. @param notes on show; what another list showed is no more one's choice
 */
export function useChosenNotes(notes: readonly DeskItem[]) {
  const [versions, setVersions] = useState<ReadonlyMap<string, number>>(new Map());
  const ticked = notes.filter(({ noteId, version }) => versions.get(noteId) === version);
  const isTicked = (note: DeskItem) => ticked.includes(note);
  return {
    ticked,
    /** chooses it, or no longer */
    choose: (noteId: string) =>
      setVersions(
        new Map(
          notes.flatMap((note): [string, number][] => {
            const is = isTicked(note) !== (note.noteId === noteId);
            return is ? [[note.noteId, note.version]] : [];
          }),
        ),
      ),
    chooseAll: () => setVersions(new Map(notes.map(({ noteId, version }) => [noteId, version]))),
    /** it is done with: should it come back, it is chosen anew */
    drop: (noteId: string) => setVersions((before) => new Map([...before].filter(([id]) => id !== noteId))),
    chooseNone: () => setVersions(new Map()),
  };
}
