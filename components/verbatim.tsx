import { useState } from 'react';
import { Button } from 'react-aria-components';

/** The customer's own words: two lines, and all of them on a tap. */
export function Verbatim({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <blockquote className="verbatim">
      <Button
        className="verbatim-words"
        aria-expanded={open}
        data-open={open || undefined}
        onPress={() => setOpen(!open)}
      >
        <bdi>{`“${text}”`}</bdi>
      </Button>
    </blockquote>
  );
}
