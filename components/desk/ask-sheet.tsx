import { useState } from 'react';
import { LONGEST_QUESTION } from '@/lib/domain/desk';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';
import '../ui/field.css';

type Props = { isBusy: boolean; onAsk: (question: string) => void; onClose: () => void };

/** A question to whoever wrote the note. */
export function AskSheet({ isBusy, onAsk, onClose }: Props) {
  const [question, setQuestion] = useState('');
  const said = question.trim();
  return (
    <Sheet title={w.askTitle} onClose={onClose}>
      <textarea
        className="control"
        aria-label={w.askLabel}
        placeholder={w.askLabel}
        maxLength={LONGEST_QUESTION}
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: the sheet was opened to write this
        autoFocus
        value={question}
        onChange={(e) => setQuestion(e.target.value)}
      />
      <p className="muted">{w.askHint}</p>
      <div className="desk-actions">
        <Button look="primary" isDisabled={isBusy || said === ''} onPress={() => onAsk(said)}>
          {w.send}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </div>
    </Sheet>
  );
}
