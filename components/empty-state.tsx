import { practiceWords } from '@/lib/ui/words/practice-words';
import { teachWords } from '@/lib/ui/words/teach-words';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './empty-state.css';

const w = words.empty;

type NobodyProps = { onTeach: (() => void) | null; onPractice: () => void };

/** The page has no customer: said once, quietly. Or Heed can't read it yet: then it can be shown. */
export function NobodyHere({ onTeach, onPractice }: NobodyProps) {
  return (
    <div className="empty-state">
      <h1>{w.nobody}</h1>
      <p className="muted">{w.nobodyHint}</p>
      {onTeach && (
        <p className="empty-state-teach">
          <span className="muted">{teachWords.unseen}</span>
          <Button onPress={onTeach}>{teachWords.begin}</Button>
        </p>
      )}
      <p>
        <Button look="link" onPress={onPractice}>
          {practiceWords.title}
        </Button>
      </p>
    </div>
  );
}

/** The page has named too many people; Heed answers it again in a minute. */
export function PagePaused() {
  return (
    <div className="empty-state">
      <h1>{w.paused}</h1>
      <p className="muted">{w.pausedHint}</p>
    </div>
  );
}

/** Beside a tab in which Heed has no part. */
export function NotHere() {
  return (
    <div className="empty-state">
      <h1>{w.noTab}</h1>
      <p className="muted">{w.noTabHint}</p>
    </div>
  );
}

/**
 * A customer without a card: unknown is a state of its own, neither good nor bad. While customers are locked, on
 * their way or waited for, nobody can say yet whether this one is among them; and one whose data is damaged is not unknown at all.
 */
export function UnknownCustomer({ why }: { why: 'unknown' | 'locked' | 'coming' | 'awaited' | 'damaged' }) {
  return (
    <p className="unknown-note muted">
      {w[why]} {w.unknownHint}
    </p>
  );
}

/** A caller nobody is known for, not even by a number: the note can't be saved to anyone. */
export function NobodysNote() {
  return <p className="unknown-note muted">{words.ring.unplaced}</p>;
}
