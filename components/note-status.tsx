import { useEffect, useState } from 'react';
import { formatClock } from '@/lib/ui/format';
import { words } from '@/lib/ui/words/words';

export type SaveState =
  | { state: 'empty' }
  | { state: 'saving' }
  /** the background has said so, at this time */
  | { state: 'saved'; at: string }
  | { state: 'failed' };

const w = words.note;
/** Between two keystrokes the words are on disk every time; saying so every time would flicker. */
const CALM = 600;

/** Whether the words are on disk. Never says "saved" before it is so; says it once the typing rests. */
export function NoteStatus({ save }: { save: SaveState }) {
  const [rested, setRested] = useState(true);
  useEffect(() => {
    if (save.state === 'saving') {
      setRested(false);
      return;
    }
    const timer = setTimeout(() => setRested(true), CALM);
    return () => clearTimeout(timer);
  }, [save.state]);

  if (save.state === 'empty') return null;
  if (save.state === 'failed') return <strong className="note-failed">{w.failed}</strong>;
  return <>{save.state === 'saving' || !rested ? w.saving : w.saved(formatClock(save.at))}</>;
}
