import { type FormEvent, type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './ui/field.css';
import './find-field.css';

type Props = {
  className: string;
  label: ReactNode;
  hint: string;
  /** on the button */
  find: string;
  look?: 'plain' | 'accent';
  field: RefObject<HTMLInputElement | null>;
  /** nothing can be read in what was typed */
  unreadable: boolean;
  onFind: (text: string) => void;
  onEscape?: () => void;
};

/** One field for whatever a customer can be found by, and Enter. What was typed stays, to be typed over. */
export function FindField({ className, label, hint, find, look, field, unreadable, ...on }: Props) {
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text !== '') on.onFind(text);
    field.current?.select();
  };
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !on.onEscape) return;
    // It closes this field alone, and nothing below it.
    event.preventDefault();
    on.onEscape();
  };
  return (
    <form className={className} onSubmit={submit} noValidate>
      <label htmlFor={id}>{label}</label>
      <div className="find-row">
        <input
          ref={field}
          id={id}
          className="control"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={400}
          placeholder={hint}
          aria-invalid={unreadable}
          onKeyDown={close}
        />
        <Button type="submit" {...(look && { look })}>
          {find}
        </Button>
      </div>
      {unreadable && (
        <p role="alert" className="muted">
          {words.ring.unreadable}
        </p>
      )}
    </form>
  );
}
