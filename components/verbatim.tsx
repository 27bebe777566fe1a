import { useLayoutEffect, useRef, useState } from 'react';
import { words } from '@/lib/ui/words';
import { Button } from './ui/button';

/** The customer's own words: two lines, and all of them on request. */
export function Verbatim({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const [cut, setCut] = useState(false);
  const ref = useRef<HTMLQuoteElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text may be cut where this one isn't
  useLayoutEffect(() => {
    const quote = ref.current;
    setCut(quote !== null && quote.scrollHeight > quote.clientHeight + 1);
  }, [text]);
  return (
    <>
      <blockquote ref={ref} className="verbatim" dir="auto" data-open={open || undefined}>
        {`“${text}”`}
      </blockquote>
      {cut && (
        <Button look="link" small aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? words.told.less : words.told.more}
        </Button>
      )}
    </>
  );
}
