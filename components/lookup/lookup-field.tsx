import { useEffect, useRef } from 'react';
import { lookupWords as w } from '@/lib/ui/words/lookup-words';
import { FindField } from '../find-field';
import { HeedMark } from '../heed-mark';
import './lookup.css';

type Props = {
  /** nothing can be read in what was typed */
  unreadable: boolean;
  onFind: (text: string) => void;
};

/** The popup's first thing: a number, an e-mail address or an account number, and Enter. */
export function LookupField({ unreadable, onFind }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const label = (
    <>
      <HeedMark size={20} />
      {w.title}
    </>
  );
  return (
    <FindField
      className="lookup-field"
      label={label}
      hint={w.hint}
      find={w.find}
      look="accent"
      {...{ field, unreadable, onFind }}
    />
  );
}
