import { useRefused } from '@/lib/ui/use-refused';
import { nameWords } from '@/lib/ui/words/name-words';
import { words } from '@/lib/ui/words/words';
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
  /** the note is about somebody; one of nobody can't be saved as it is */
  canSave: boolean;
  canMove: boolean;
  onSave: () => void;
  onMove: () => void;
  onCancel: () => void;
};

const w = words.confirm;

/**
 * The note and the page name two people: nothing is saved until the rep has said whose note it is. By reflex (Enter) a
 * note stays where it is; one of nobody goes to the page's customer by a choice alone.
 */
export function SaveConfirm({ noteName, pageName, canSave, canMove, onSave, onMove, onCancel }: Props) {
  const note = noteName || (canSave ? nameWords.nameless : w.nobody);
  const [refused, setRefused] = useRefused();
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
      {!canSave && !canMove && <p>{words.ring.unplaced}</p>}
      <div className="confirm-actions">
        {canSave && (
          <GuardedButton look="primary" autoFocus onAct={onSave} onRefused={refuse}>
            <span>{w.save(note)}</span>
          </GuardedButton>
        )}
        {canMove && (
          <GuardedButton look={canSave ? 'plain' : 'primary'} onAct={onMove} onRefused={refuse}>
            <span>{canSave ? w.move(page) : w.save(page)}</span>
          </GuardedButton>
        )}
        <Button look="quiet" autoFocus={!canSave} onPress={onCancel}>
          {w.cancel}
        </Button>
      </div>
      <Refusal refused={refused} />
      {canMove && <p className="label">{w.trace}</p>}
    </Sheet>
  );
}
