import { Button } from './ui/button';
import './undo-line.css';

type Props = {
  /** what can be undone */
  said: string;
  undo: string;
  /** does the same; nothing where none does */
  keys?: string;
  onUndo: () => void;
};

/** Something was taken out of a note, or thrown away, by one tap: it comes back by another. */
export function UndoLine({ said, undo, keys, onUndo }: Props) {
  return (
    <div className="undo-line" role="status">
      <span dir="auto">{said}</span>
      <Button small look="link" onPress={onUndo}>
        {undo} {keys && <kbd>{keys}</kbd>}
      </Button>
    </div>
  );
}
