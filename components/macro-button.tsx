import { useState } from 'react';
import { lineToAdd, takeBack } from '@/lib/domain/add-line';
import { useHandler } from '@/lib/ui/use-handler';
import { approvalWords } from '@/lib/ui/words/approval-words';
import { Button } from './ui/button';

type Props = {
  /** what it is called, and what the button says */
  label: string;
  children: string;
  /** filled in */
  text: string;
  summary: string;
  onSummary: (change: (summary: string) => string) => void;
};

const w = approvalWords.macros;

/** Adds a ready-made line to the summary in one tap, and takes it out again while it stands there as it was added. */
export function MacroButton({ label, children, text, summary, onSummary }: Props) {
  const [added, setAdded] = useState<string | null>(null);
  const [full, setFull] = useState(false);
  const isThere = added !== null && takeBack(summary, added) !== null;
  const add = useHandler(() => {
    const line = lineToAdd(summary, text);
    setFull(line === null);
    setAdded(line);
    onSummary((newest) => newest + (lineToAdd(newest, text) ?? ''));
  });
  const undo = useHandler(() => {
    setAdded(null);
    onSummary((newest) => takeBack(newest, added ?? '') ?? newest);
  });
  return (
    <span className="macro">
      {isThere ? (
        <Button small look="link" aria-label={w.undoLong(label)} onPress={undo}>
          {w.undo}
        </Button>
      ) : (
        <Button small look="link" aria-label={w.add(label)} onPress={add}>
          {children}
        </Button>
      )}
      <span role="status" className={full ? 'muted' : 'visually-hidden'}>
        {full ? w.full : isThere ? w.added : ''}
      </span>
    </span>
  );
}
