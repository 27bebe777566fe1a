import { type ReactNode, useId } from 'react';
import { HeedMark } from './heed-mark';
import './tokens.css';
import './base.css';
import './settings-page.css';

type Props = { title: string; lead?: string; children: ReactNode };

/** A page of its own, in a tab: one column. */
export function SettingsPage({ title, lead, children }: Props) {
  return (
    <main className="settings-page">
      <header>
        <h1>
          <HeedMark size={24} />
          {title}
        </h1>
        {lead && <p>{lead}</p>}
      </header>
      {children}
    </main>
  );
}

export function SettingsCard({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="settings-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
