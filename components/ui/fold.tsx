import { ChevronRight } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import './fold.css';

/** A part that is there when it is wanted. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  // What was unfolded may lie below the edge; not before it is laid out.
  const show = (open: boolean) =>
    open && requestAnimationFrame(() => place.current?.scrollIntoView?.({ block: 'nearest' }));
  return (
    <Disclosure ref={place} className="fold" onExpandedChange={show}>
      <Heading level={2}>
        <Button slot="trigger" className="fold-button">
          <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
    </Disclosure>
  );
}
