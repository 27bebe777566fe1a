import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { UNDO_WINDOW } from '@/lib/domain/undo-window';
import { noteWords } from '@/lib/ui/words/note-words';
import { unsentWords } from '@/lib/ui/words/unsent-words';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './wrapped-line.css';

type Props = {
  /** whose note was wrapped up */
  name: string;
  /** how long ago, when this was first shown (ms) */
  ago: number;
  /** it isn't kept here for an undo any more */
  isLetGo: boolean;
  /** nothing above says any more whose */
  named: boolean;
  /** goes on with the note, or edits it once it has left */
  onUndo: () => void;
  onCopy: () => void;
  /** its time is over */
  onOver: () => void;
};

const w = noteWords;
const LONGEST = 2 * UNDO_WINDOW;

/**
 * Counted from the wrap-up, as the note's own hold is, whatever rests here meanwhile. A pointer at rest may be one that the
 * line came to lie under, in a tab left behind: it keeps the line for one more such time, and no longer.
 * @returns whether the time for an undo is over
 */
function useEnd(
  { ago, isLetGo, onOver }: Pick<Props, 'ago' | 'isLetGo' | 'onOver'>,
  rests: boolean,
): boolean {
  // Folded and opened again it has no more time than before; a clock that was set back gives it none, either.
  const gone = Math.max(ago, 0);
  const [isOver, setOver] = useState(gone >= UNDO_WINDOW);
  const isPast = isOver || isLetGo;
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    const past = setTimeout(() => setOver(true), UNDO_WINDOW - gone);
    const longest = setTimeout(() => over.current(), LONGEST - gone);
    return () => {
      clearTimeout(past);
      clearTimeout(longest);
    };
  }, [gone]);
  useEffect(() => {
    if (isPast && !rests) over.current();
  }, [isPast, rests]);
  return isPast;
}

const staysWithin = ({ currentTarget, relatedTarget }: FocusEvent) => currentTarget.contains(relatedTarget);

/** For a few seconds a wrap-up can be undone; whoever rests on the line then can still edit the note for as long. */
export function WrappedLine({ name, named, onUndo, onCopy, ...end }: Props) {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isPast = useEnd(end, isPointed || isFocused);
  const shown = name || words.header.noName;
  return (
    <section
      className="wrapped-line"
      aria-label={w.wrapped(shown)}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={(event) => setFocused(staysWithin(event))}
    >
      {named && (
        <span className="muted">
          <bdi>{w.wrapped(shown)}</bdi>
        </span>
      )}
      <Button small aria-label={isPast ? unsentWords.editLong(shown) : w.undoLong(shown)} onPress={onUndo}>
        {isPast ? unsentWords.edit : w.undo}
      </Button>
      <Button small look="link" onPress={onCopy}>
        {w.crm.copy}
      </Button>
    </section>
  );
}
