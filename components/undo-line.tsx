import { callWords as w } from '@/lib/ui/words/call-words';
import { Button } from './ui/button';
import './undo-line.css';

/** Something was taken out of the note by one tap: it comes back by another. */
export function UndoLine({ onUndo }: { onUndo: () => void }) {
  return (
    <div className="undo-line" role="status">
      <span>{w.removed}</span>
      <Button small look="link" onPress={onUndo}>
        {w.undo} <kbd>{w.undoKeys}</kbd>
      </Button>
    </div>
  );
}
