import { ChevronDown, CircleHelp, Lock, type LucideIcon, ShieldCheck, UserX } from 'lucide-react';
import type { Caller } from '@/lib/domain/note';
import { useRefused } from '@/lib/ui/use-refused';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Menu, type MenuEntry } from './ui/menu';
import { Refusal } from './ui/refusal';
import './caller-check.css';

type Props = {
  caller: Caller;
  /** why they have to be asked once more; empty where nothing says so */
  askAgain: string;
  onChange: (caller: Caller) => void;
};

const w = words.caller;

const icons: Record<Caller, LucideIcon> = {
  unverified: CircleHelp,
  customer: ShieldCheck,
  authorised: ShieldCheck,
  other: UserX,
};

const order: readonly Caller[] = ['customer', 'authorised', 'other', 'unverified'];

function others(caller: Caller, onChange: Props['onChange']): MenuEntry[] {
  return order
    .filter((c) => c !== caller)
    .map((c) => ({ id: c, label: w.states[c], icon: icons[c], onAction: () => onChange(c) }));
}

type VerifiedProps = { onAct: () => void; onRefused: () => void };

const Verified = (on: VerifiedProps) => (
  <GuardedButton look="accent" undoable data-shortcut="verified" {...on}>
    {w.verified}
  </GuardedButton>
);

/** Who is on the line, which is not the same as whose record is open. Nothing about the account shows before. */
export function CallerCheck({ caller, askAgain, onChange }: Props) {
  const entries = others(caller, onChange);
  const Icon = icons[caller];
  const [refused, setRefused] = useRefused();
  const verified = () => {
    setRefused(false);
    onChange('customer');
  };
  return (
    <fieldset className="caller-check" aria-label={w.label}>
      <p className="caller-state" data-caller={caller}>
        <span className="label">{w.label}</span>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span>{w.states[caller]}</span>
      </p>
      {caller === 'unverified' ? (
        <div className="caller-split">
          <Verified onAct={verified} onRefused={() => setRefused(true)} />
          <Menu label={w.choose} entries={entries}>
            <Button look="accent" aria-label={w.choose}>
              <ChevronDown size={16} aria-hidden />
            </Button>
          </Menu>
        </div>
      ) : (
        <Menu label={w.choose} entries={entries}>
          <Button look="quiet">
            {w.change}
            <ChevronDown size={16} aria-hidden />
          </Button>
        </Menu>
      )}
      <Refusal refused={refused} />
      {caller === 'unverified' && askAgain !== '' && (
        <p className="caller-rule label" dir="auto">
          {askAgain}
        </p>
      )}
      {caller === 'other' && <p className="caller-rule label">{w.other}</p>}
    </fieldset>
  );
}

/** Stands where the customer's own story would be, and says why it doesn't. */
export function CallerHint({ caller }: { caller: Caller }) {
  return (
    <p className="caller-hint">
      <Lock size={16} strokeWidth={1.75} aria-hidden />
      {caller === 'other' ? w.hintOther : w.hint}
    </p>
  );
}
