import { useEffect, useRef } from 'react';
import { Toolbar } from 'react-aria-components';
import { LONGEST_PROMISE, type NoteContent } from '@/lib/domain/note';
import { noteWords } from '@/lib/ui/words/note-words';
import { words } from '@/lib/ui/words/words';
import { DayField } from './day-field';
import { MaskedText } from './masked-text';
import { Button } from './ui/button';
import './note/called-about.css';

type Promised = NoteContent['promise'];

type Props = {
  value: Promised;
  onChange: (promise: Promised) => void;
  /** what stands in the date and the name until the rep says otherwise: `YYYY-MM-DD`, the rep's own name */
  defaults: { dueOn: string; by: string };
  today: string;
  /** what it is likely to be, each in one tap; none where there is a promise */
  likely: readonly string[];
};

const w = words.note;

type TermsProps = { value: NonNullable<Promised>; today: string; onChange: (promise: Promised) => void };

function PromiseTerms({ value, today, onChange }: TermsProps) {
  return (
    <div className="field promise-terms">
      <span className="label" aria-hidden />
      <div className="field-body">
        <DayField
          label={w.due}
          required
          min={today}
          value={value.dueOn}
          onChange={(dueOn) => dueOn && onChange({ ...value, dueOn })}
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

type LikelyProps = { likely: readonly string[]; onChoose: (what: string) => void };

function Likely({ likely, onChoose }: LikelyProps) {
  return (
    <Toolbar className="chips" aria-label={noteWords.likely}>
      {likely.map((what) => (
        <Button key={what} small onPress={() => onChoose(what)}>
          <span dir="auto">{what}</span>
        </Button>
      ))}
    </Toolbar>
  );
}

/** What, by when, by whom. The date and the name are asked for once there is a promise. */
export function PromiseField({ value, onChange, defaults, today, likely }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const tapped = useRef(false);
  const what = value?.what ?? '';
  useEffect(() => {
    // The button has gone with its focus: it goes on where the promise stands.
    if (tapped.current && what !== '') field.current?.querySelector('input')?.focus();
    tapped.current = false;
  }, [what]);
  const promise = value ?? { what: '', ...defaults };
  const setWhat = (text: string) => onChange(text === '' ? null : { ...promise, what: text });
  const choose = (text: string) => {
    tapped.current = true;
    setWhat(text);
  };
  return (
    <>
      <div className="field">
        <span className="label" aria-hidden>
          {w.promise}
        </span>
        <div className="field-body promise-what" ref={field}>
          {!value && likely.length > 0 && <Likely likely={likely} onChoose={choose} />}
          <MaskedText
            label={w.promise}
            placeholder={w.promisePlaceholder}
            maxLength={LONGEST_PROMISE}
            value={promise.what}
            onChange={setWhat}
          />
        </div>
      </div>
      {value && <PromiseTerms value={value} today={today} onChange={onChange} />}
    </>
  );
}
