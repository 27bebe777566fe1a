import { Plus } from 'lucide-react';
import type { Reason } from '@/lib/domain/reason';
import { reasonSuggestionWords as w } from '@/lib/ui/words/reason-suggestion-words';
import { Button } from './ui/button';
import './suggested-reasons.css';

type Props = {
  suggested: readonly { code: string; because: readonly string[] }[];
  reasons: readonly Reason[];
  /** these are in the note already */
  chosen: readonly string[];
  onAdd: (code: string) => void;
};

/** Reasons that the note's own words speak for, to be taken with one tap. Nothing where there is none. */
export function SuggestedReasons({ suggested, reasons, chosen, onAdd }: Props) {
  const open = suggested.filter(({ code }) => !chosen.includes(code));
  if (open.length === 0) return null;
  const label = (code: string) => reasons.find((reason) => reason.code === code)?.label ?? code;
  return (
    <div className="suggested-reasons">
      <span className="visually-hidden" id="suggested-reasons">
        {w.title}
      </span>
      <ul aria-labelledby="suggested-reasons">
        {open.map(({ code, because }) => (
          <li key={code}>
            <Button look="plain" small aria-label={w.add(label(code))} onPress={() => onAdd(code)}>
              <Plus size={14} strokeWidth={1.75} aria-hidden />
              {label(code)}
            </Button>
            <span className="suggested-because">{w.because(because)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
