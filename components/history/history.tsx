import { useState } from 'react';
import { Fold } from '@/components/ui/fold';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import { filterHistory, type HistoryFilter, historyOf } from '@/lib/ui/history';
import { historyWords as w } from '@/lib/ui/words/history-words';
import { AnswerEntry } from './answer-entry';
import { HistoryFilterBar } from './history-filter-bar';
import { type EntryProps, NoteEntry } from './note-entry';
import './history.css';

type Props = Omit<EntryProps, 'note'> & { detail: Pick<CustomerDetail, 'notes' | 'responses'> };

const ALL: HistoryFilter = { kind: null, words: '' };

/** What others wrote down and what the customer answered, with who and when; of one kind or with some words if wanted. */
export function History({ detail, ...around }: Props) {
  const [filter, setFilter] = useState(ALL);
  const { notes, responses } = detail;
  const all = historyOf(detail);
  if (all.length === 0) return null;
  const { reasonLabel: reason, actionLabel: action, now } = around;
  const shown = filterHistory(all, filter, { reason, action });
  return (
    <Fold title={w.title(notes.length, responses.length)}>
      {all.length > 1 && <HistoryFilterBar filter={filter} onFilter={setFilter} />}
      <p className="history-shown label" role="status">
        {shown.length === 0 ? w.nothing : shown.length < all.length && w.shown(shown.length, all.length)}
      </p>
      <ol className="history">
        {shown.map((item) =>
          'note' in item ? (
            <NoteEntry key={item.note.noteId} note={item.note} {...around} />
          ) : (
            <AnswerEntry key={`answer ${all.indexOf(item)}`} answer={item.answer} now={now} />
          ),
        )}
      </ol>
    </Fold>
  );
}
