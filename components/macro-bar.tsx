import { approvalWords } from '@/lib/ui/words/approval-words';
import { MacroButton } from './macro-button';
import './offers.css';
import './ui/fading-row.css';

type Props = {
  /** in the reader's language, filled in */
  macros: readonly { id: string; label: string; text: string }[];
  summary: string;
  onSummary: (change: (summary: string) => string) => void;
};

/** The organisation's ready-made lines, each one tap from the summary. */
export function MacroBar({ macros, summary, onSummary }: Props) {
  if (macros.length === 0) return null;
  return (
    <fieldset className="macro-bar fading-row" aria-label={approvalWords.macros.title}>
      <span className="label" aria-hidden>
        {approvalWords.macros.short}
      </span>
      {macros.map(({ id, label, text }) => (
        <MacroButton key={id} label={label} text={text} summary={summary} onSummary={onSummary}>
          {label}
        </MacroButton>
      ))}
    </fieldset>
  );
}
