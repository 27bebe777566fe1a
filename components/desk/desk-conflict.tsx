import type { CodeLabels } from '@/lib/ui/code-labels';
import type { DeskConflict as Conflict } from '@/lib/ui/desk/use-desk-note';
import { formatWhen } from '@/lib/ui/format';
import { noteLines } from '@/lib/ui/note-lines';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import { NoteText } from './note-text';
import '../note-conflict.css';

type Props = { conflict: Conflict; labels: CodeLabels; now: Date; onReadAnew: () => void };

/** A note that was edited while somebody reviewed it: both texts in full, and nothing was done. */
export function DeskConflict({ conflict, labels, now, onReadAnew }: Props) {
  const { mine, theirs } = conflict;
  const sides = [
    { title: w.mine, content: mine.content },
    { title: w.theirs(theirs.by, formatWhen(theirs.at, now)), content: theirs.content },
  ];
  return (
    <Sheet title={w.conflictTitle} question onClose={onReadAnew}>
      <p>{w.conflict}</p>
      <div className="conflict-sides">
        {sides.map(({ title, content }) => (
          <section key={title} className="conflict-side" aria-label={title}>
            <h3 className="label">
              <bdi>{title}</bdi>
            </h3>
            <NoteText lines={noteLines(content, { labels, now })} />
          </section>
        ))}
      </div>
      <div className="desk-actions">
        <Button look="accent" autoFocus onPress={onReadAnew}>
          {w.readAnew}
        </Button>
      </div>
    </Sheet>
  );
}
