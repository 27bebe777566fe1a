import { useState } from 'react';
import { formatWords } from '@/lib/ui/words/format-words';
import { TwoLines } from './ui/two-lines';

type Props = {
  text: string;
  /** a note tells in a rep's words what was said: no quotation */
  by?: 'customer' | 'note';
};

/** What was said: two lines, and all of it on a tap. */
export function Verbatim({ text, by = 'customer' }: Props) {
  const [open, setOpen] = useState(false);
  const { openQuote, closeQuote } = formatWords;
  return (
    <blockquote className="verbatim">
      <TwoLines className="verbatim-words" open={open} onToggle={() => setOpen(!open)}>
        <bdi>{by === 'customer' ? `${openQuote}${text}${closeQuote}` : text}</bdi>
      </TwoLines>
    </blockquote>
  );
}
