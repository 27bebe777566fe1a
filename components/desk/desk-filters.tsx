import { type DeskWhy, deskStates, deskWhys, MOST_COUNTED } from '@/lib/domain/desk';
import type { DeskItem, DeskList } from '@/lib/protocol/desk';
import type { DeskFilters as Filters } from '@/lib/ui/desk/use-desk-list';
import { formatNumber } from '@/lib/ui/format';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import '../ui/field.css';

type Props = {
  filters: Filters;
  counts: DeskList['counts'] | null;
  /** whose notes are on show: nobody else's can be asked for by name */
  notes: readonly DeskItem[];
  onFilter: (part: Partial<Filters>) => void;
};

/** The field that `/` goes to. */
export const DESK_WORDS = 'desk-words';

const counted = (n: number) => (n < MOST_COUNTED ? formatNumber(n) : `${formatNumber(MOST_COUNTED - 1)}+`);

function States({ filters, counts, onFilter }: Omit<Props, 'notes'>) {
  return (
    <fieldset className="desk-states" aria-label={w.stateLabel}>
      {deskStates.map((state) => {
        const n = counts && state in counts ? counts[state as keyof typeof counts] : null;
        return (
          <button
            key={state}
            type="button"
            aria-pressed={filters.state === state}
            onClick={() => onFilter({ state })}
          >
            {n === null ? w.states[state] : w.stateWith(w.states[state], counted(n))}
          </button>
        );
      })}
    </fieldset>
  );
}

function Authors({ filters, notes, onFilter }: Omit<Props, 'counts'>) {
  const authors = new Map(notes.map(({ author }) => [author.id, author.name]));
  return (
    <select
      className="control"
      aria-label={w.authorLabel}
      value={filters.authorId ?? ''}
      onChange={(e) => onFilter({ authorId: e.target.value || null })}
    >
      <option value="">{w.everybody}</option>
      {[...authors].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Which notes are on show: where they stand, why they are there, whose they are, what they say. */
export function DeskFilters({ filters, counts, notes, onFilter }: Props) {
  const whyOf = (value: string): DeskWhy | null => deskWhys.find((why) => why === value) ?? null;
  return (
    <div className="desk-filters">
      <States {...{ filters, counts, onFilter }} />
      <select
        className="control"
        aria-label={w.whyLabel}
        value={filters.why ?? ''}
        onChange={(e) => onFilter({ why: whyOf(e.target.value) })}
      >
        <option value="">{w.everyWhy}</option>
        {deskWhys.map((why) => (
          <option key={why} value={why}>
            {w.whys[why]}
          </option>
        ))}
      </select>
      <Authors {...{ filters, notes, onFilter }} />
      <input
        id={DESK_WORDS}
        className="control"
        type="search"
        aria-label={w.textLabel}
        placeholder={w.textHint}
        maxLength={200}
        autoComplete="off"
        dir="auto"
        value={filters.text}
        onChange={(e) => onFilter({ text: e.target.value })}
      />
    </div>
  );
}
