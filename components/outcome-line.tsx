import { CircleCheck, TriangleAlert } from 'lucide-react';
import { errorText } from '@/lib/ui/error-text';
import type { Outcome } from '@/lib/ui/settings-actions';
import { settingsWords } from '@/lib/ui/words/settings-words';
import './address-form.css';

type Props = {
  /** null while nothing has been tried */
  outcome: Outcome | null;
  /** what to say where it went well */
  done: string;
};

function badWords(outcome: Exclude<Outcome, 'done'>): string {
  if (outcome === 'refused') return settingsWords.address.refused;
  const { what, lost } = errorText(outcome);
  return `${what} ${lost}`;
}

/** How the last thing went, in a line that is read out. */
export function OutcomeLine({ outcome, done }: Props) {
  const good = outcome === 'done';
  const Icon = good ? CircleCheck : TriangleAlert;
  return (
    <div role="status">
      {outcome && (
        <p className="outcome" data-good={good || undefined} data-bad={!good || undefined}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
          {good ? done : badWords(outcome)}
        </p>
      )}
    </div>
  );
}
