import { useState } from 'react';
import type { NoteContent } from '@/lib/domain/note';
import type { CodeLabels } from '@/lib/ui/code-labels';
import { formatWhen } from '@/lib/ui/format';
import { noteLines } from '@/lib/ui/note-lines';
import { useRefused } from '@/lib/ui/use-refused';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import type { UnsentNote } from './unsent-list';
import './note-conflict.css';

export type Keep = 'mine' | 'theirs' | 'both';

type Around = { labels: CodeLabels; now: Date };
type Props = Around & {
  conflict: NonNullable<UnsentNote['conflict']>;
  /** null where one can only read */
  onKeep: ((keep: Keep) => void) | null;
};

const w = words.conflict;

function Side({ title, content, ...around }: Around & { title: string; content: NoteContent | null }) {
  const lines = content ? noteLines(content, around) : [];
  return (
    <section className="conflict-side" aria-label={title}>
      <h3 className="label">{title}</h3>
      {lines.map(({ label, text }) => (
        <p key={`${label} ${text}`} dir="auto">
          {label && <span className="muted">{`${label}: `}</span>}
          {text}
        </p>
      ))}
      {lines.length === 0 && <p className="muted">{content ? w.nothing : w.unreadable}</p>}
    </section>
  );
}

type ChoiceProps = { canKeepMine: boolean; onKeep: (keep: Keep) => void };

/** Keeping the store's text asks once more: what the rep wrote is not sent then. */
function Choice({ canKeepMine, onKeep }: ChoiceProps) {
  const [dropping, setDropping] = useState(false);
  const [refused, setRefused] = useRefused();
  const refuse = () => setRefused(true);
  return (
    <>
      {dropping && <p>{w.drop}</p>}
      <div className="unsent-actions">
        {dropping ? (
          <>
            <GuardedButton small autoFocus onAct={() => onKeep('theirs')} onRefused={refuse}>
              {w.dropIt}
            </GuardedButton>
            <Button small look="quiet" onPress={() => setDropping(false)}>
              {w.cancel}
            </Button>
          </>
        ) : (
          <>
            {canKeepMine && (
              <>
                <GuardedButton small onAct={() => onKeep('mine')} onRefused={refuse}>
                  {w.keepMine}
                </GuardedButton>
                <GuardedButton small onAct={() => onKeep('both')} onRefused={refuse}>
                  {w.keepBoth}
                </GuardedButton>
              </>
            )}
            <Button small onPress={() => setDropping(true)}>
              {w.keepTheirs}
            </Button>
          </>
        )}
      </div>
      <Refusal refused={refused} />
    </>
  );
}

/** A note that was edited in two places: both texts in full, and nothing happens until a person has chosen. */
export function NoteConflict({ conflict, onKeep, ...around }: Props) {
  const { mine, theirs } = conflict;
  return (
    <>
      <p>{w.what}</p>
      <div className="conflict-sides">
        <Side title={w.mine} content={mine} {...around} />
        <Side
          title={w.theirs(theirs.by, formatWhen(theirs.at, around.now))}
          content={theirs.content}
          {...around}
        />
      </div>
      {onKeep ? <Choice canKeepMine={mine !== null} onKeep={onKeep} /> : <p>{w.elsewhere}</p>}
    </>
  );
}
