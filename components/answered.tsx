import type { ReactNode } from 'react';
import type { NoteCustomer } from '@/lib/domain/note';
import { useRefused } from '@/lib/ui/use-refused';
import { answeredWords as w } from '@/lib/ui/words/answered-words';
import { teachWords } from '@/lib/ui/words/teach-words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import './empty-state.css';
import './slot-banner.css';

type BackProps = { label: string; long?: string; undoable?: boolean; onBack: () => void };

/** What the rep answered, and the button that takes it back. */
function Answered({ children, label, long, undoable = false, onBack }: BackProps & { children: ReactNode }) {
  const [refused, setRefused] = useRefused();
  return (
    <div className="slot-banner">
      {children}
      <div className="slot-banner-actions">
        <GuardedButton
          small
          undoable={undoable}
          aria-label={long ?? label}
          onAct={onBack}
          onRefused={() => setRefused(true)}
        >
          {label}
        </GuardedButton>
      </div>
      <Refusal refused={refused} />
    </div>
  );
}

type NewcomerProps = {
  /** as the page spells it; empty where it doesn't say */
  name: string;
  /** what a note about them would go by; none where the page says nothing of that kind */
  identifiers: NoteCustomer['identifiers'];
  onChooseAgain: () => void;
};

/** The rep chose none of the customers found. */
export function Newcomer({ name, identifiers, onChooseAgain }: NewcomerProps) {
  return (
    <Answered label={w.again} undoable onBack={onChooseAgain}>
      <p role="status">
        {name ? (
          <>
            {w.newcomerCalled} <strong dir="auto">{name}</strong>.
          </>
        ) : (
          w.newcomer
        )}{' '}
        {w.unknown}
      </p>
      {identifiers.length > 0 && (
        <p className="label">
          {w.by} <bdi>{identifiers.map(({ value }) => value).join(' · ')}</bdi>
        </p>
      )}
    </Answered>
  );
}

/** The rep said that the site is read wrongly. */
export function Misread({ onUndo }: { onUndo: () => void }) {
  return (
    <Answered label={w.undo} long={w.undoLong} onBack={onUndo}>
      <p role="status">{w.misread}</p>
    </Answered>
  );
}

/** Someone new, of whom the page says nothing that a note could go by. */
export function NoNoteHere() {
  return (
    <div className="empty-state">
      <h1>{w.noNote}</h1>
      <p className="muted">{w.noNoteHint}</p>
    </div>
  );
}

/** After a no: the ways on. Null where somebody teaches already. */
export function AfterNo({ onTeach }: { onTeach: (() => void) | null }) {
  return (
    <div className="empty-state">
      <h1>{w.next}</h1>
      <p className="muted">{onTeach ? w.nextHint : w.nextFind}</p>
      {onTeach && (
        <p className="empty-state-teach">
          <Button onPress={onTeach}>{teachWords.teachSite}</Button>
        </p>
      )}
    </div>
  );
}
