import { DESK_WORDS } from '@/components/desk/desk-filters';
import { deskItemId } from '@/components/desk/desk-list';
import type { DeskModel } from '@/lib/ui/desk/use-desk';

const focus = (id: string) => document.getElementById(id)?.focus();

/** What each key of the desk does; what needs a note does nothing where none is on show. */
export function deskKeys(model: DeskModel, onHelp: () => void): Record<string, () => void> {
  const { note, acts, publish, current } = model;
  const isIdle = !acts.isBusy && !model.isAway;
  const step = (by: 1 | -1) => () => {
    const noteId = model.step(by);
    if (noteId) focus(deskItemId(noteId));
  };
  const withNote = (act: (n: NonNullable<typeof note>) => void) => () => {
    if (note && isIdle) act(note);
  };
  return {
    j: step(1),
    k: step(-1),
    r: withNote((n) => void acts.act({ what: 'review', note: n })),
    e: withNote(() => model.setWriting('correct')),
    a: withNote(() => model.setWriting('ask')),
    m: withNote((n) => void acts.act({ what: n.exemplary ? 'unmark' : 'mark', note: n })),
    b: () => isIdle && model.reviewChosen(),
    x: () => current && model.choose(current.noteId),
    p: () => !model.isAway && model.lookAtPublishing(),
    u: () => publish.canUndo && publish.undo(),
    '/': () => focus(DESK_WORDS),
    '?': onHelp,
  };
}
