import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { formatWhen } from '@/lib/ui/format';
import { words } from '@/lib/ui/words';
import { Button } from './ui/button';
import './unsent-list.css';

export type UnsentNote = RpcOutput<'outbox.list'>[number];

type Props = {
  notes: readonly UnsentNote[];
  /** notes of other people who use this computer: only how many */
  ofOthers: number;
  /** real time */
  now: Date;
  onRetry: () => void;
  onExport: () => void;
};

const w = words.unsent;

function Entry({ note, now }: { note: UnsentNote; now: Date }) {
  const refused = note.state === 'needs-attention';
  return (
    <li>
      <p className="unsent-head">
        <strong dir="auto">{note.name || words.header.noName}</strong>
        <span className="label">
          {refused ? w.attention : w.waiting} · {formatWhen(note.at, now)}
        </span>
      </p>
      <p className="unsent-words" dir="auto">
        {note.summary || w.noWords}
      </p>
      {refused && <p className="unsent-attention">{w.codes[note.code ?? ''] ?? w.unknownCode}</p>}
    </li>
  );
}

/** Every note that hasn't reached the store, why, and the way to keep it. */
export function UnsentList({ notes, ofOthers, now, onRetry, onExport }: Props) {
  return (
    <>
      {notes.length === 0 ? (
        <p className="muted">{w.none}</p>
      ) : (
        <>
          <p className="muted">
            {w.safe} {notes.some((n) => n.state === 'needs-attention') && w.refused}
          </p>
          <ul className="unsent">
            {notes.map((note) => (
              <Entry key={note.id} note={note} now={now} />
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
