import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import './fold.css';

/** A part that is there when it is wanted. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Disclosure className="fold">
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
