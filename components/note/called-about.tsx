import { useEffect, useRef } from 'react';
import { Toolbar } from 'react-aria-components';
import { ContactReasonField } from '@/components/reason-fields';
import { Button } from '@/components/ui/button';
import type { Reason } from '@/lib/domain/reason';
import { noteWords } from '@/lib/ui/words/note-words';
import './called-about.css';

type Props = {
  reasons: readonly Reason[];
  /** codes that calls are about most, most first; may be empty */
  top: readonly string[];
  value: string | null;
  onChange: (code: string | null) => void;
};

const MOST = 3;

/** What calls are about most; where nobody has counted yet, what stands first in the organisation's list. */
function mostUsed(reasons: readonly Reason[], top: readonly string[]): Reason[] {
  const offered = reasons.filter(({ contactReason }) => contactReason);
  const counted = top.flatMap((code) => offered.find((r) => r.code === code) ?? []);
  return [...counted, ...offered.filter((r) => !counted.includes(r))].slice(0, MOST);
}

/** Why they called, in one tap; what isn't among the most used stands in the list. */
export function CalledAbout({ reasons, top, value, onChange }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const tapped = useRef(false);
  useEffect(() => {
    // The buttons have gone with their focus: it goes on where the answer stands.
    if (tapped.current && value !== null)
      field.current?.querySelector<HTMLElement>('.reason-button')?.focus();
    tapped.current = false;
  }, [value]);
  const choose = (code: string) => {
    tapped.current = true;
    onChange(code);
  };
  const chips = value === null ? mostUsed(reasons, top) : [];
  return (
    <div ref={field} className="called-about">
      <ContactReasonField reasons={reasons} value={value} onChange={onChange}>
        {chips.length > 0 && (
          <Toolbar className="chips" aria-label={noteWords.mostUsed}>
            {chips.map(({ code, label }) => (
              <Button key={code} onPress={() => choose(code)}>
                <span>{label}</span>
              </Button>
            ))}
          </Toolbar>
        )}
      </ContactReasonField>
    </div>
  );
}
