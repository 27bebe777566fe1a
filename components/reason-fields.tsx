import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { MOST_REASONS } from '@/lib/domain/note';
import type { Reason } from '@/lib/domain/reason';
import { words } from '@/lib/ui/words/words';
import { IconButton } from './ui/button';
import { ReasonSelect } from './ui/reason-select';

const w = words.note;

type ContactProps = {
  reasons: readonly Reason[];
  value: string | null;
  onChange: (code: string | null) => void;
  /** stands before the list: what is chosen most */
  children?: ReactNode;
};

/** Why they called: one tap to open, one to choose; the chosen one again takes it back. */
export function ContactReasonField({ reasons, value, onChange, children }: ContactProps) {
  const offered = reasons.filter((r) => r.contactReason);
  return (
    <div className="reason-select">
      <span className="label" aria-hidden>
        {w.contactReason}
      </span>
      <div className="field-body">
        {children}
        <ReasonSelect
          label={w.contactReason}
          look="select"
          text={value === null ? null : (reasons.find((r) => r.code === value)?.label ?? value)}
          reasons={offered}
          chosen={value === null ? [] : [value]}
          onToggle={(code) => onChange(code === value ? null : code)}
        />
      </div>
    </div>
  );
}

type Props = { reasons: readonly Reason[]; value: readonly string[]; onChange: (codes: string[]) => void };

/** Why they are unhappy, as they first stated it. */
export function ReasonsField({ reasons, value, onChange }: Props) {
  const label = (code: string) => reasons.find((r) => r.code === code)?.label ?? code;
  const toggle = (code: string) =>
    onChange(
      value.includes(code) ? value.filter((c) => c !== code) : [...value, code].slice(0, MOST_REASONS),
    );
  return (
    <div className="reason-select">
      <span className="label" aria-hidden>
        {w.reasons}
      </span>
      <ul className="field-body" aria-label={w.reasons}>
        {value.map((code) => (
          <li key={code} className="reason-chip">
            {label(code)}
            <IconButton label={words.offers.remove(label(code))} icon={X} onPress={() => toggle(code)} />
          </li>
        ))}
        {value.length < MOST_REASONS && (
          <li>
            <ReasonSelect
              label={w.reasons}
              look="add"
              text={value.length > 0 ? '' : null}
              reasons={reasons}
              chosen={value}
              onToggle={toggle}
            />
          </li>
        )}
      </ul>
    </div>
  );
}
