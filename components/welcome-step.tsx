import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { settingsWords } from '@/lib/ui/words/settings-words';
import './welcome-step.css';

export type StepState = 'done' | 'current' | 'later';

type Props = {
  n: number;
  title: string;
  state: StepState;
  /** shown for what is done and what is at hand; what comes later keeps to its title */
  children: ReactNode;
};

const w = settingsWords.welcome;

/** One of the three steps of the first run. */
export function WelcomeStep({ n, title, state, children }: Props) {
  return (
    <li className="welcome-step" data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
      <span className="welcome-mark" aria-hidden>
        {state === 'done' ? <Check size={14} strokeWidth={2.5} /> : n}
      </span>
      <h2>
        <span className="visually-hidden">{`${w.step(n)}${state === 'done' ? `, ${w.done}` : ''}: `}</span>
        {title}
      </h2>
      {state !== 'later' && <div className="welcome-body">{children}</div>}
    </li>
  );
}
