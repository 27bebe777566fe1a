import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { LONGEST_WHY } from '@/lib/domain/approval';
import type { RescueAction } from '@/lib/domain/playbook';
import { formatMoney } from '@/lib/ui/format';
import { moneyText, parseMoney } from '@/lib/ui/money-input';
import type { AskedSum } from '@/lib/ui/sidebar-store';
import { approvalWords } from '@/lib/ui/words/approval-words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import './ui/field.css';

type Props = {
  /** what may be asked for */
  actions: readonly RescueAction[];
  /** chosen at first */
  first: RescueAction;
  /** another sum than the playbook's, and why */
  sum?: AskedSum | undefined;
  currency: string;
  /** what is left of the rep's own limit: so much needs nobody's leave */
  left: number;
  onAsk: (action: RescueAction, amountMinor: number, why: string) => void;
  onOffer: (action: RescueAction, amountMinor: number) => void;
  onCancel: () => void;
  onRefused: () => void;
};

const w = approvalWords.ask;

/** Another amount than the playbook's makes sense for money that is given back, not for a device. */
const hasOwnAmount = ({ kind }: RescueAction) => kind === 'refund';

type FieldProps = { label: string; children: (id: string) => ReactNode };

function Field({ label, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

function What({ actions, action, onChoose }: Pick<Props, 'actions'> & Chosen) {
  return (
    <Field label={w.what}>
      {(id) => (
        <select id={id} className="control" value={action.code} onChange={(e) => onChoose(e.target.value)}>
          {actions.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type Chosen = { action: RescueAction; onChoose: (code: string) => void };
type Text = { value: string; onChange: (value: string) => void };

function Amount({ value, onChange, fixed, ready }: Text & { fixed: boolean; ready: boolean }) {
  const unread = useId();
  return (
    <>
      <Field label={w.amount}>
        {(id) => (
          <input
            id={id}
            className="control"
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
            readOnly={fixed}
            aria-invalid={!ready || undefined}
            aria-describedby={unread}
            value={value}
            onChange={(e) => onChange(e.target.value)}
          />
        )}
      </Field>
      <p id={unread} role="status" className="label">
        {!ready && approvalWords.amount.unread}
      </p>
    </>
  );
}

function Why({ value, onChange }: Text) {
  return (
    <Field label={w.why}>
      {(id) => (
        <input
          id={id}
          className="control"
          placeholder={w.whyHint}
          maxLength={LONGEST_WHY}
          autoComplete="off"
          dir="auto"
          value={value}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </Field>
  );
}

/** What a rep asks a supervisor for: what, how much, and why in one line. What is within their limit they offer. */
export function AskForm({ actions, first, sum, currency, left, ...on }: Props) {
  const [action, setAction] = useState(first);
  const [money, setMoney] = useState(moneyText(sum?.minor ?? first.costMinor ?? 0, currency));
  const [why, setWhy] = useState(sum?.why ?? '');
  const place = useRef<HTMLFieldSetElement>(null);
  // The button that opened it is gone: the keyboard goes on in it.
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const choose = (code: string) => {
    const chosen = actions.find((a) => a.code === code) ?? first;
    setAction(chosen);
    setMoney(moneyText(chosen.costMinor ?? 0, currency));
  };
  const amount = parseMoney(money, currency);
  const ready = amount !== null && amount > 0;
  const within = ready && hasOwnAmount(action) && amount <= left;
  const act = { small: true, look: 'accent', onRefused: on.onRefused } as const;
  return (
    <fieldset className="ask-form" ref={place}>
      <legend className="label">{w.title}</legend>
      <What actions={actions} action={action} onChoose={choose} />
      <Amount value={money} onChange={setMoney} fixed={!hasOwnAmount(action)} ready={ready} />
      {within ? <p className="label">{w.within}</p> : <Why value={why} onChange={setWhy} />}
      <div className="offer-steps">
        {within ? (
          <GuardedButton {...act} onAct={() => on.onOffer(action, amount)}>
            {w.offer(formatMoney(amount, currency))}
          </GuardedButton>
        ) : (
          <GuardedButton
            {...act}
            isDisabled={!ready || why.trim() === ''}
            onAct={() => ready && on.onAsk(action, amount, why.trim())}
          >
            {w.send}
          </GuardedButton>
        )}
        <Button small look="link" onPress={on.onCancel}>
          {w.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
