import { TriangleAlert } from 'lucide-react';
import { Children, type ReactNode, useEffect, useRef } from 'react';
import './warnings.css';

type Props = { label: string; children: ReactNode };

/** What the rep should know before going on, read out when it comes, and seen by whoever writes above it. It stops nobody. */
export function Warnings({ label, children }: Props) {
  const place = useRef<HTMLElement>(null);
  const count = Children.toArray(children).length;
  useEffect(() => {
    const isWritten = place.current?.closest('[data-field]')?.contains(document.activeElement);
    if (count > 0 && isWritten) place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [count]);
  return (
    <section ref={place} className="warnings" aria-label={label} aria-live="polite">
      {children}
    </section>
  );
}

type WarningProps = {
  text: string;
  /** an account fact: not for strangers who see the screen */
  sensitive?: boolean;
  children?: ReactNode;
};

/** One of them: what it is, and what would help. */
export function Warning({ text, sensitive = false, children }: WarningProps) {
  return (
    <div className="warning">
      <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
      <p dir="auto" className={sensitive ? 'sensitive' : undefined}>
        {text}
      </p>
      {children && <div className="warning-ways">{children}</div>}
    </div>
  );
}
