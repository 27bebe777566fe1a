import { useId, useState } from 'react';
import { LONGEST_WHY } from '@/lib/domain/approval';
import type { RescueAction } from '@/lib/domain/playbook';
import { approvalWords } from '@/lib/ui/approval-words';
import { formatMoney } from '@/lib/ui/format';
import { moneyText, parseMoney } from '@/lib/ui/money-input';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import './ui/field.css';

type Props = {
  /** what may be asked for */
  actions: readonly RescueAction[];
  /** chosen at first */
  first: RescueAction;
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

/** What a rep asks a supervisor for: what, how much, and why in one line. */
export function AskForm({ actions, first, currency, left, ...on }: Props) {
  const [action, setAction] = useState(first);
  const [money, setMoney] = useState(moneyText(first.costMinor ?? 0, currency));
  const [why, setWhy] = useState('');
  const ids = { what: useId(), amount: useId(), why: useId() };
  const choose = (code: string) => {
    const chosen = actions.find((a) => a.code === code) ?? first;
    setAction(chosen);
    setMoney(moneyText(chosen.costMinor ?? 0, currency));
  };
  const amount = parseMoney(money, currency);
  const ready = amount !== null && amount > 0;
  const within = ready && hasOwnAmount(action) && amount <= left;
  return (
    <fieldset className="ask-form">
      <legend className="label">{w.title}</legend>
      <div className="field">
        <label className="label" htmlFor={ids.what}>
          {w.what}
        </label>
        <select
          id={ids.what}
          className="control"
          value={action.code}
          onChange={(e) => choose(e.target.value)}
        >
          {actions.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="label" htmlFor={ids.amount}>
          {w.amount}
        </label>
        <input
          id={ids.amount}
          className="control"
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          readOnly={!hasOwnAmount(action)}
          aria-invalid={!ready || undefined}
          value={money}
          onChange={(e) => setMoney(e.target.value)}
        />
      </div>
      {!ready && <p className="label">{approvalWords.amount.unread}</p>}
      {within ? (
        <p className="label">{w.within}</p>
      ) : (
        <div className="field">
          <label className="label" htmlFor={ids.why}>
            {w.why}
          </label>
          <input
            id={ids.why}
            className="control"
            placeholder={w.whyHint}
            maxLength={LONGEST_WHY}
            autoComplete="off"
            dir="auto"
            value={why}
            onChange={(e) => setWhy(e.target.value)}
          />
        </div>
      )}
      <div className="offer-steps">
        {within ? (
          <GuardedButton
            small
            look="accent"
            onAct={() => on.onOffer(action, amount)}
            onRefused={on.onRefused}
          >
            {w.offer(formatMoney(amount, currency))}
          </GuardedButton>
        ) : (
          <GuardedButton
            small
            look="accent"
            isDisabled={!ready || why.trim() === ''}
            onAct={() => ready && on.onAsk(action, amount, why.trim())}
            onRefused={on.onRefused}
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
