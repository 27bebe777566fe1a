import { useEffect, useRef, useState } from 'react';
import { UNDO_WINDOW } from '@/lib/domain/undo-window';
import { noteWords } from '@/lib/ui/words/note-words';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './wrapped-line.css';

type Props = {
  /** whose note was wrapped up */
  name: string;
  /** nothing above says any more whose */
  named: boolean;
  onUndo: () => void;
  onCopy: () => void;
  /** its time is over */
  onOver: () => void;
};

const w = noteWords;

/** For a few seconds a wrap-up can be undone; longer, as long as the pointer or the focus rests on it. */
export function WrappedLine({ name, named, onUndo, onCopy, onOver }: Props) {
  const [held, setHeld] = useState(false);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => over.current(), UNDO_WINDOW);
    return () => clearTimeout(timer);
  }, [held]);
  const shown = name || words.header.noName;
  return (
    <section
      className="wrapped-line"
      aria-label={w.wrapped(shown)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {named && (
        <span className="muted">
          <bdi>{w.wrapped(shown)}</bdi>
        </span>
      )}
      <Button small aria-label={w.undoLong(shown)} onPress={onUndo}>
        {w.undo}
      </Button>
      <Button small look="link" onPress={onCopy}>
        {w.crm.copy}
      </Button>
    </section>
  );
}
