import { type ChangeEvent, useLayoutEffect, useRef, useState } from 'react';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import { words } from '@/lib/ui/words/words';

type Props = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  placeholder: string;
  maxLength: number;
  /** grows with its text; otherwise one line */
  multiline?: boolean;
};

type Box = HTMLTextAreaElement | HTMLInputElement;

/**
 * A text in which a payment card number is masked the moment it is complete, typed or pasted. Digits that only may
 * become one stay in sight (most are an order number); the background keeps those off the disk.
 */
export function MaskedText({ label, value, onChange, multiline = false, ...rest }: Props) {
  const [masked, setMasked] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);

  const change = ({ target }: ChangeEvent<Box>) => {
    const text = maskCardNumbers(target.value);
    setMasked((before) => (text === '' ? false : before || text !== target.value));
    // A shorter text would send the caret to its end.
    if (text !== target.value) {
      const typedTo = target.selectionStart ?? target.value.length;
      caret.current = maskCardNumbers(target.value.slice(0, typedTo)).length;
    }
    onChange(text);
  };

  useLayoutEffect(() => {
    if (caret.current === null) return;
    (area.current ?? line.current)?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const common = {
    className: 'control',
    'aria-label': label,
    dir: 'auto',
    // Otherwise Chromium writes what stands in the field to disk, in the clear, to restore it after a crash.
    autoComplete: 'off',
    value,
    onChange: change,
    ...rest,
  };
  return (
    <div className="masked-text">
      {multiline ? <textarea ref={area} {...common} /> : <input ref={line} type="text" {...common} />}
      <span role="status">{masked && <span className="note-masked">{words.note.masked}</span>}</span>
    </div>
  );
}
