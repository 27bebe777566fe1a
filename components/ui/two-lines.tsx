import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import './two-lines.css';

type Props = { open: boolean; onToggle: () => void; className: string; children: ReactNode };

/** Words of any length: two lines of them, and all on a tap. */
export function TwoLines({ open, onToggle, className, children }: Props) {
  return (
    <Button
      className={`two-lines ${className}`}
      aria-expanded={open}
      data-open={open || undefined}
      onPress={onToggle}
    >
      {children}
    </Button>
  );
}
