import { type ReactNode, useId } from 'react';
import './section.css';

type Props = {
  title: ReactNode;
  /** at the line's other end: how old, how much, whether saved */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

export function Section({ title, aside, className = '', children }: Props) {
  const id = useId();
  return (
    <section className={`section ${className}`} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside && <span className="label">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
