import { useId, useState } from 'react';
import { formatMoney } from '@/lib/ui/format';
import { moneyText, parseMoney } from '@/lib/ui/money-input';
import { approvalWords } from '@/lib/ui/words/approval-words';
import { Button } from './ui/button';

type Props = {
  amountMinor: number;
  most: number;
  currency: string;
  onSet: (amountMinor: number) => void;
};

const w = approvalWords.amount;

/** Part of it is enough: what is given may be less than the playbook says. */
export function OfferAmount({ amountMinor, most, currency, onSet }: Props) {
  const [text, setText] = useState<string | null>(null);
  const wrong = useId();
  if (text === null)
    return (
      <Button small look="link" onPress={() => setText(moneyText(amountMinor, currency))}>
        {w.less}
      </Button>
    );
  const amount = parseMoney(text, currency);
  const fits = amount !== null && amount > 0 && amount <= most;
  const set = () => {
    if (!fits) return;
    setText(null);
    onSet(amount);
  };
  return (
    <div className="offer-steps">
      <input
        className="control"
        aria-label={w.label}
        aria-invalid={!fits || undefined}
        aria-describedby={wrong}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        value={text}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => e.key === 'Enter' && !e.ctrlKey && set()}
      />
      <Button small isDisabled={!fits} onPress={set}>
        {w.set}
      </Button>
      <span id={wrong} role="status" className="label">
        {!fits && (amount === null ? w.unread : w.upTo(formatMoney(most, currency)))}
      </span>
    </div>
  );
}
