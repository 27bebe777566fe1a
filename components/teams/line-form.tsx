import { type FormEvent, useId, useState } from 'react';
import { Button } from '../ui/button';
import '../ui/field.css';
import '../address-form.css';

type Props = {
  label: string;
  button: string;
  /** what stands in the field at first */
  value: string;
  /** what may be chosen, by whoever begins to type */
  choices?: readonly { value: string; label: string }[];
  isDisabled: boolean;
  /** @returns what is wrong, in words; null where it was taken */
  onSend: (value: string) => string | null;
};

/** One line of text and a button, for names and addresses. What was taken leaves the field as it was at first. */
export function LineForm({ label, button, value, choices, isDisabled, onSend }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = onSend(text);
    setWrong(found);
    if (found === null) setText(value);
  };
  const listed = choices ? { list: `${id}-choices` } : {};
  return (
    <form className="address-form" onSubmit={submit} noValidate>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="address-row">
        <input
          id={id}
          className="control"
          autoComplete="off"
          aria-invalid={wrong !== null}
          value={text}
          onChange={(event) => setText(event.target.value)}
          {...listed}
        />
        <Button type="submit" isDisabled={isDisabled}>
          {button}
        </Button>
      </div>
      {choices && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} label={choice.label} />
          ))}
        </datalist>
      )}
      {wrong && (
        <p role="alert" className="outcome" data-bad>
          {wrong}
        </p>
      )}
    </form>
  );
}
