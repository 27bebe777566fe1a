import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { CodeLabels } from '@/lib/ui/code-labels';
import { formatWhen } from '@/lib/ui/format';
import { doubtWords } from '@/lib/ui/words/doubt-words';
import { handoverWords } from '@/lib/ui/words/handover-words';
import { words } from '@/lib/ui/words/words';
import { type Keep, NoteConflict } from './note-conflict';
import { Button } from './ui/button';
import './unsent-list.css';

export type UnsentNote = RpcOutput<'outbox.list'>[number];

/** What a rep can do about one note: in the sidebar, where the note's form is. */
type EntryActions = {
  onEdit: (id: string) => void;
  onKeep: (id: string, keep: Keep) => void;
  onTakeBack: (id: string) => void;
  onWithdraw: (id: string) => void;
};

type Props = {
  notes: readonly UnsentNote[];
  /** notes of other people who use this computer: only how many */
  ofOthers: number;
  labels: CodeLabels;
  /** real time */
  now: Date;
  /** null where notes are only listed */
  actions: EntryActions | null;
  onRetry: () => void;
  onExport: () => void;
};

type EntryProps = Pick<Props, 'actions' | 'now' | 'labels'> & { note: UnsentNote };

const w = words.unsent;
const kindOf = {
  note: () => '',
  edit: () => w.isEdit,
  doubt: () => '',
  handover: () => handoverWords.unsent,
};
const states = { waiting: w.waiting, 'needs-attention': w.attention, dropped: w.dropped };

/** Why it isn't in the store, and what the rep can do about this one. */
function Next({ note, actions }: Pick<EntryProps, 'note' | 'actions'>) {
  const { id, name, state, code, kind } = note;
  if (state === 'dropped') {
    return (
      <div className="unsent-actions">
        <p>{words.conflict.dropped}</p>
        {actions && (
          <Button small onPress={() => actions.onTakeBack(id)}>
            {words.conflict.takeBack}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="unsent-actions">
      {state === 'needs-attention' && (
        <p className="unsent-attention">{w.codes[code ?? ''] ?? w.unknownCode}</p>
      )}
      {actions && kind === 'doubt' && (
        <Button
          small
          look="link"
          aria-label={doubtWords.takeBackLong(name)}
          onPress={() => actions.onWithdraw(id)}
        >
          {doubtWords.takeBack}
        </Button>
      )}
      {actions && kind !== 'doubt' && kind !== 'handover' && (
        <Button small look="link" aria-label={w.editLong(name)} onPress={() => actions.onEdit(id)}>
          {w.edit}
        </Button>
      )}
    </div>
  );
}

function wordsOf({ kind, doubt, summary }: UnsentNote): string {
  if (kind !== 'doubt') return summary || w.noWords;
  return [doubtWords.unsent(doubtWords.kinds[doubt ?? 'other']), summary].filter(Boolean).join('. ');
}

function Entry({ note, now, labels, actions }: EntryProps) {
  const { conflict } = note;
  const keep = actions && ((what: Keep) => actions.onKeep(note.id, what));
  return (
    <li>
      <p className="unsent-head">
        <strong dir="auto">{note.name || words.header.noName}</strong>
        <span className="label">
          {kindOf[note.kind]() && `${kindOf[note.kind]()} · `}
          {states[note.state]} · {formatWhen(note.at, now)}
        </span>
      </p>
      {conflict ? (
        <NoteConflict {...{ conflict, labels, now }} onKeep={keep} />
      ) : (
        <>
          <p className="unsent-words" dir="auto">
            {wordsOf(note)}
          </p>
          <Next note={note} actions={actions} />
        </>
      )}
    </li>
  );
}

function Explanation({ notes }: Pick<Props, 'notes'>) {
  const refused = notes.some((n) => n.state === 'needs-attention' && !n.conflict);
  return (
    <p className="muted">
      {w.safe} {refused && w.refused}
    </p>
  );
}

/** Every note that hasn't reached the store, why, and the way to keep it. */
export function UnsentList({ notes, ofOthers, onRetry, onExport, ...rest }: Props) {
  return (
    <>
      {notes.length === 0 ? (
        <p className="muted">{w.none}</p>
      ) : (
        <>
          <Explanation notes={notes} />
          <ul className="unsent">
            {notes.map((note) => (
              <Entry key={note.id} note={note} {...rest} />
            ))}
          </ul>
          <div className="unsent-actions">
            <Button onPress={onRetry}>{w.retry}</Button>
            <Button onPress={onExport}>{w.export}</Button>
          </div>
        </>
      )}
      {ofOthers > 0 && <p className="muted">{words.account.ofOthers(ofOthers)}</p>}
    </>
  );
}
