import type { NoteContent } from '@/lib/domain/note';
import { words } from '@/lib/ui/words/words';
import { MaskedText } from './masked-text';

type Promised = NoteContent['promise'];

type Props = {
  value: Promised;
  onChange: (promise: Promised) => void;
  /** what stands in the date and the name until the rep says otherwise: `YYYY-MM-DD`, the rep's own name */
  defaults: { dueOn: string; by: string };
  today: string;
};

const w = words.note;

type TermsProps = { value: NonNullable<Promised>; today: string; onChange: (promise: Promised) => void };

function PromiseTerms({ value, today, onChange }: TermsProps) {
  return (
    <div className="field promise-terms">
      <span className="label" aria-hidden />
      <div className="field-body">
        <input
          type="date"
          className="control"
          aria-label={w.due}
          autoComplete="off"
          required
          min={today}
          value={value.dueOn}
          onChange={(e) => e.target.value && onChange({ ...value, dueOn: e.target.value })}
        />
        <input
          className="control"
          aria-label={w.who}
          placeholder={w.who}
          maxLength={100}
          autoComplete="off"
          dir="auto"
          value={value.by}
          onChange={(e) => onChange({ ...value, by: e.target.value })}
        />
      </div>
    </div>
  );
}

/** What, by when, by whom. The date and the name are asked for once there is a promise. */
export function PromiseField({ value, onChange, defaults, today }: Props) {
  const promise = value ?? { what: '', ...defaults };
  const setWhat = (what: string) => onChange(what === '' ? null : { ...promise, what });
  return (
    <>
      <div className="field">
        <span className="label" aria-hidden>
          {w.promise}
        </span>
        <div className="field-body">
          <MaskedText
            label={w.promise}
            placeholder={w.promisePlaceholder}
            maxLength={500}
            value={promise.what}
            onChange={setWhat}
          />
        </div>
      </div>
      {value && <PromiseTerms value={value} today={today} onChange={onChange} />}
    </>
  );
}
