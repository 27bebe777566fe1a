import { type FormEvent, useEffect, useId, useRef } from 'react';
import { lookupWords } from '@/lib/ui/lookup-words';
import { ringWords } from '@/lib/ui/ring-words';
import { HeedMark } from '../heed-mark';
import { Button } from '../ui/button';
import '../ui/field.css';
import './lookup.css';

type Props = {
  /** nothing can be read in what was typed */
  unreadable: boolean;
  onFind: (text: string) => void;
};

const w = lookupWords;

/** The popup's first thing: a number, an e-mail address or an account number, and Enter. */
export function LookupField({ unreadable, onFind }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text !== '') onFind(text);
    field.current?.select();
  };
  return (
    <form className="lookup-field" onSubmit={submit} noValidate>
      <label htmlFor={id}>
        <HeedMark size={20} />
        {w.title}
      </label>
      <div className="lookup-row">
        <input
          ref={field}
          id={id}
          className="control"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={400}
          placeholder={w.hint}
          aria-invalid={unreadable}
        />
        <Button type="submit" look="accent">
          {w.find}
        </Button>
      </div>
      {unreadable && (
        <p role="alert" className="muted">
          {ringWords.unreadable}
        </p>
      )}
    </form>
  );
}
