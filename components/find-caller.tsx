import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { words } from '@/lib/ui/words';
import { Button } from './ui/button';
import './ui/field.css';
import './find-caller.css';

type Props = {
  /** the rep asked for it by key or menu: the cursor goes there */
  asked: boolean;
  /** false where the text is nothing that a customer can be found by */
  onFind: (text: string) => Promise<boolean>;
  onClose: () => void;
};

const w = words.ring;

/** One field for whatever the caller says or the phone shows: a number, an e-mail address, an account number. */
export function FindCaller({ asked, onFind, onClose }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text === '') return;
    setUnreadable(!(await onFind(text)));
    field.current?.select();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onClose();
  };
  return (
    <form className="find-caller" onSubmit={(event) => void submit(event)} noValidate>
      <label className="label" htmlFor={id}>
        {w.find}
      </label>
      <div className="find-caller-row">
        <input
          ref={field}
          id={id}
          className="control"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={400}
          placeholder={w.findHint}
          aria-invalid={unreadable}
          onKeyDown={onKeyDown}
        />
        <Button type="submit">{w.findButton}</Button>
      </div>
      {unreadable && (
        <p role="alert" className="muted">
          {w.unreadable}
        </p>
      )}
    </form>
  );
}
