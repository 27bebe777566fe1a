import { Button } from '@/components/ui/button';
import type { Offer } from '@/lib/domain/note';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { formatDay, formatWhen } from '@/lib/ui/format';
import { callWords } from '@/lib/ui/words/call-words';
import { handoverWords } from '@/lib/ui/words/handover-words';
import { historyWords } from '@/lib/ui/words/history-words';
import { nameWords } from '@/lib/ui/words/name-words';
import { noteWords } from '@/lib/ui/words/note-words';
import { words } from '@/lib/ui/words/words';

type Note = CustomerDetail['notes'][number];

export type EntryProps = {
  note: Note;
  reasonLabel: (code: string) => string;
  actionLabel: (code: string) => string;
  /** as offers are named where they are made: with their sum */
  offerLabel: (offer: Offer) => string;
  /** a supervisor said yes to it, for all that a note tells */
  wasApproved: (offer: Offer) => boolean;
  now: Date;
  /** asked for on one of the reader's own */
  onEdit: (note: Note) => void;
};

const w = words.history;

function Head({ note, now, onEdit }: Pick<EntryProps, 'note' | 'now' | 'onEdit'>) {
  const { author, importedBy, at, editedAt, generated, own, begunBy, movedFrom, movedFromNames } = note;
  const when = formatWhen(at, now);
  const from = new Set(movedFrom.map((_, i) => movedFromNames[i] || nameWords.another));
  const edited = editedAt && w.edited(formatWhen(editedAt, now));
  return (
    <div className="history-head">
      <p className="label">
        {[
          w.by(author, when),
          importedBy !== null && w.importedBy(importedBy),
          edited,
          begunBy !== null && handoverWords.begunBy(begunBy),
          ...[...from].map(callWords.movedFrom),
          generated && w.generated,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {own && (
        <Button small look="link" aria-label={w.editLong(when)} onPress={() => onEdit(note)}>
          {w.edit}
        </Button>
      )}
    </div>
  );
}

/** Who said yes, where the store tells; else that somebody did, where all that the note tells speaks for it. */
function Approved({ by, atAll }: { by: string | undefined; atAll: boolean }) {
  if (!by && !atAll) return null;
  return (
    <span className="muted">
      {' · '}
      <bdi>{by ? historyWords.approvedBy(by) : historyWords.approved}</bdi>
    </span>
  );
}

/** A call, as whoever took it wrote it down. */
export function NoteEntry({ note, reasonLabel, offerLabel, wasApproved, now, onEdit }: EntryProps) {
  const { content } = note;
  const reasons = content.reasons.map(reasonLabel);
  const topic = [content.contactReason && reasonLabel(content.contactReason), ...reasons].filter(Boolean);
  const outcome = content.outcome && words.note.outcomes[content.outcome];
  return (
    <li className="history-entry">
      <Head note={note} now={now} onEdit={onEdit} />
      {topic.length > 0 && <p className="history-reasons">{[...new Set(topic)].join(', ')}</p>}
      {content.rootReason && <p className="sensitive">{noteWords.behind(reasonLabel(content.rootReason))}</p>}
      <p dir="auto" className="sensitive">
        {content.summary || <span className="muted">{w.noSummary}</span>}
      </p>
      {content.offers.map((offer) => (
        <p key={offer.id}>
          {w.offer(offerLabel(offer), words.offers.states[offer.state], offer.reference)}
          <Approved by={note.approvedBy[offer.id]} atAll={wasApproved(offer)} />
        </p>
      ))}
      {content.promise && (
        <p dir="auto">{w.promised(content.promise.what, formatDay(content.promise.dueOn, now))}</p>
      )}
      {content.followUpOn && <p>{noteWords.followUpOn(formatDay(content.followUpOn, now))}</p>}
      {content.complaint && <p>{words.note.complaint}</p>}
      {note.question && (
        <p dir="auto" className="history-question">
          {historyWords.asks(note.question.by, note.question.text)}
        </p>
      )}
      {outcome && <p className="muted">{outcome}</p>}
    </li>
  );
}
