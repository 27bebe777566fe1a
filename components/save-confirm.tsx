import { useState } from 'react';
import { nameWords } from '@/lib/ui/name-words';
import { words } from '@/lib/ui/words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import { Sheet } from './ui/sheet';
import './save-confirm.css';

type Props = {
  /** whom the note is about */
  noteName: string;
  /** who the page shows; empty where it shows nobody */
  pageName: string;
  canMove: boolean;
  onSave: () => void;
  onMove: () => void;
  onCancel: () => void;
};

const w = words.confirm;

/** The note and the page name two people: nothing is saved until the rep has said whose note it is. */
export function SaveConfirm({ noteName, pageName, canMove, onSave, onMove, onCancel }: Props) {
  const note = noteName || nameWords.nameless;
  const [refused, setRefused] = useState(false);
  const refuse = () => setRefused(true);
  const page = pageName || (canMove ? nameWords.nameless : w.nobody);
  return (
    <Sheet title={w.title} question onClose={onCancel}>
      <dl className="confirm-people">
        <div>
          <dt className="label">{w.note}</dt>
          <dd dir="auto">{note}</dd>
        </div>
        <div>
          <dt className="label">{w.page}</dt>
          <dd dir="auto">{page}</dd>
        </div>
      </dl>
      <div className="confirm-actions">
        <GuardedButton look="primary" autoFocus onAct={onSave} onRefused={refuse}>
          <span>{w.save(note)}</span>
        </GuardedButton>
        {canMove && (
          <GuardedButton onAct={onMove} onRefused={refuse}>
            <span>{w.move(page)}</span>
          </GuardedButton>
        )}
        <Button look="quiet" onPress={onCancel}>
          {w.cancel}
        </Button>
      </div>
      <Refusal refused={refused} />
      {canMove && <p className="label">{w.trace}</p>}
    </Sheet>
  );
}
