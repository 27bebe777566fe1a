import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatWords } from '@/lib/ui/words/format-words';

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
      <Button
        className="verbatim-words"
        aria-expanded={open}
        data-open={open || undefined}
        onPress={() => setOpen(!open)}
      >
        <bdi>{by === 'customer' ? `${openQuote}${text}${closeQuote}` : text}</bdi>
      </Button>
    </blockquote>
  );
}
