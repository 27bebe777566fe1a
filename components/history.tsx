import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { formatDay, formatWhen } from '@/lib/ui/format';
import { words } from '@/lib/ui/words';
import { Fold } from './ui/fold';
import './history.css';

type Props = {
  /** newest first */
  notes: CustomerDetail['notes'];
  reasonLabel: (code: string) => string;
  actionLabel: (code: string) => string;
  now: Date;
};

const w = words.history;

function Entry({
  note,
  reasonLabel,
  actionLabel,
  now,
}: Omit<Props, 'notes'> & { note: Props['notes'][number] }) {
  const { content, author, importedBy, at, generated } = note;
  const reasons = content.reasons.map(reasonLabel);
  const topic = [content.contactReason && reasonLabel(content.contactReason), ...reasons].filter(Boolean);
  const outcome = content.outcome && words.note.outcomes[content.outcome];
  return (
    <li className="history-entry">
      <p className="label">
        {w.by(author, formatWhen(at, now))}
        {importedBy !== null && ` · ${w.importedBy(importedBy)}`}
        {generated && ` · ${w.generated}`}
      </p>
      {topic.length > 0 && <p className="history-reasons">{[...new Set(topic)].join(', ')}</p>}
      <p dir="auto">{content.summary || <span className="muted">{w.noSummary}</span>}</p>
      {content.offers.map((offer) => (
        <p key={offer.id}>
          {w.offer(actionLabel(offer.actionCode), words.offers.states[offer.state], offer.reference)}
        </p>
      ))}
      {content.promise && (
        <p dir="auto">{w.promised(content.promise.what, formatDay(content.promise.dueOn, now))}</p>
      )}
      {outcome && <p className="muted">{outcome}</p>}
    </li>
  );
}

/** What others wrote down before, with who and when. */
export function History({ notes, reasonLabel, actionLabel, now }: Props) {
  if (notes.length === 0) return null;
  return (
    <Fold title={w.title(notes.length)}>
      <ol className="history">
        {notes.map((note) => (
          <Entry key={note.noteId} {...{ note, reasonLabel, actionLabel, now }} />
        ))}
      </ol>
    </Fold>
  );
}
