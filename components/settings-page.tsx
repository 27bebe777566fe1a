import { type ReactNode, useEffect, useId, useRef } from 'react';
import { HeedMark } from './heed-mark';
import { Spoken } from './spoken';
import './tokens.css';
import './base.css';
import './settings-page.css';

type Props = {
  title: string;
  lead?: string;
  /** as wide as a table needs */
  wide?: boolean;
  children: ReactNode;
};

/** A page of its own, in a tab: one column, or what stands side by side. */
export function SettingsPage({ title, lead, wide = false, children }: Props) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <Spoken>
      <main className="settings-page" data-wide={wide || undefined}>
        <header>
          <h1>
            <HeedMark size={24} />
            {title}
          </h1>
          {lead && <p>{lead}</p>}
        </header>
        {children}
      </main>
    </Spoken>
  );
}

type CardProps = {
  title: string;
  /** somebody came for this one: to be seen as soon as the cards above it are there */
  sought?: boolean;
  children: ReactNode;
};

export function SettingsCard({ title, sought = false, children }: CardProps) {
  const id = useId();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (sought) card.current?.scrollIntoView({ block: 'start' });
  }, [sought]);
  return (
    <section ref={card} className="settings-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
