import { Input, SearchField } from 'react-aria-components';
import { Segmented } from '@/components/ui/segmented';
import type { HistoryFilter } from '@/lib/ui/history';
import { historyWords as w } from '@/lib/ui/words/history-words';
import '@/components/ui/field.css';

type Props = { filter: HistoryFilter; onFilter: (filter: HistoryFilter) => void };

/** Which of it is shown: of one kind, with some words in it. */
export function HistoryFilterBar({ filter, onFilter }: Props) {
  return (
    <div className="history-filter">
      <SearchField
        aria-label={w.search}
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      >
        <Input className="control" placeholder={w.search} autoComplete="off" dir="auto" maxLength={100} />
      </SearchField>
      <Segmented
        loose
        label={w.only}
        options={w.kinds}
        value={filter.kind}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
    </div>
  );
}
