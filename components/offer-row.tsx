import { Undo2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Offer } from '@/lib/domain/note';
import { words } from '@/lib/ui/words/words';
import { OfferAmount } from './offer-amount';
import { Button, IconButton } from './ui/button';
import { GuardedButton } from './ui/guarded-button';

type Props = {
  offer: Offer;
  label: string;
  currency: string;
  /** how much it may be set to; null where it is what it is */
  most: number | null;
  /** what stands beside it */
  beside: ReactNode;
  onChange: (offer: Offer) => void;
  /** one step back; in a call, the first step back takes the offer away. Null where none is to be taken */
  onBack: ((offer: Offer) => void) | null;
  /** takes it away at once, whatever became of it; null where it stays */
  onRemove: ((offer: Offer) => void) | null;
  onRefused: () => void;
};

type Steps = Pick<Props, 'offer' | 'onChange' | 'onRefused'>;

const w = words.offers;

function Answer({ offer, onChange, onRefused }: Steps) {
  const answer = (state: 'accepted' | 'declined') => () => onChange({ ...offer, state });
  return (
    <div className="offer-steps">
      <GuardedButton small look="accent" onAct={answer('accepted')} onRefused={onRefused}>
        {w.accept}
      </GuardedButton>
      <GuardedButton small onAct={answer('declined')} onRefused={onRefused}>
        {w.decline}
      </GuardedButton>
    </div>
  );
}

/** Done has the other system's number to show for it; what can't be done in the call has somebody who does it. */
function Fulfil({ offer, onChange, onRefused }: Steps) {
  const [toOther, setToOther] = useState(false);
  const [text, setText] = useState('');
  const value = text.trim();
  const finish = () =>
    onChange(toOther ? { ...offer, taskOwner: value } : { ...offer, state: 'done', reference: value });
  return (
    <div className="offer-steps">
      <input
        className="control"
        aria-label={toOther ? w.owner : w.reference}
        placeholder={toOther ? w.owner : w.reference}
        maxLength={100}
        autoComplete="off"
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      <GuardedButton small look="accent" isDisabled={value === ''} onAct={finish} onRefused={onRefused}>
        {toOther ? w.assign : w.done}
      </GuardedButton>
      <Button small look="link" onPress={() => setToOther(!toOther)}>
        {toOther ? w.reference : w.handOver}
      </Button>
    </div>
  );
}

function stateWords(offer: Offer): string {
  if (offer.state === 'done') return w.doneWith(offer.reference);
  return offer.taskOwner ? w.task(offer.taskOwner) : w.states[offer.state];
}

export function OfferRow({ offer, label, currency, most, beside, onBack, onRemove, ...steps }: Props) {
  const { amountMinor, state } = offer;
  const isOpen = state === 'offered' || (state === 'accepted' && !offer.taskOwner);
  return (
    <li className="offer" data-state={offer.state} data-offer={offer.id}>
      <div className="offer-line">
        <span>
          {label} <span className="muted">· {stateWords(offer)}</span>
        </span>
        {onBack && <IconButton label={w.back(label)} icon={Undo2} mirror onPress={() => onBack(offer)} />}
        {onRemove && <IconButton label={w.remove(label)} icon={X} onPress={() => onRemove(offer)} />}
      </div>
      {state === 'offered' && <Answer offer={offer} {...steps} />}
      {state === 'accepted' && !offer.taskOwner && <Fulfil offer={offer} {...steps} />}
      {isOpen && most !== null && amountMinor !== null && (
        <OfferAmount
          {...{ amountMinor, most, currency }}
          onSet={(minor) => steps.onChange({ ...offer, amountMinor: minor })}
        />
      )}
      {beside}
    </li>
  );
}
