import { useRef } from 'react';
import type { RescueAction } from '@/lib/domain/playbook';
import type { ApprovalFace } from '@/lib/ui/approval-face';
import { formatMoney } from '@/lib/ui/format';
import { useGoOn } from '@/lib/ui/use-go-on';
import { approvalWords } from '@/lib/ui/words/approval-words';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';

type Props = {
  face: ApprovalFace;
  /** what was asked for, with its amount */
  label: string;
  currency: string;
  /** approved beforehand, for when nobody answers */
  fallbacks: readonly RescueAction[];
  /** null where the note has a promise already */
  onCallBack: (() => void) | null;
  onOffer: () => void;
  onFallback: (action: RescueAction) => void;
  onWithdraw: () => void;
  onAskAgain: () => void;
  onClose: () => void;
  onRefused: () => void;
};

const w = approvalWords.asked;

/** Read out when it changes, which it does with each turn: never with each second. */
function spoken(face: ApprovalFace): string {
  switch (face.state) {
    case 'sending':
      return w.sending;
    case 'offline':
      return w.offline;
    case 'waiting':
      return `${w.waiting(face.name)} ${face.next === null ? w.last : w.next(face.next)}${face.reached ? '' : ` ${w.unreached}`}`;
    case 'granted':
    case 'refused':
      return `${w[face.state](face.name)}${face.line && ` ${w.said(face.line)}`}`;
    case 'nobody':
      return face.wasAnyone ? w.nobody : w.noSupervisor;
  }
}

function Instead(props: Props) {
  const { fallbacks, currency, onFallback, onCallBack, onRefused } = props;
  return (
    <>
      {fallbacks.length > 0 && <p className="label">{w.instead}</p>}
      <div className="offer-choices">
        {fallbacks.map((action) => (
          <GuardedButton key={action.code} small onAct={() => onFallback(action)} onRefused={onRefused}>
            {action.costMinor === null
              ? action.label
              : `${action.label} ${formatMoney(action.costMinor, currency)}`}
          </GuardedButton>
        ))}
        {onCallBack && (
          <Button small onPress={onCallBack}>
            {w.callBack}
          </Button>
        )}
      </div>
      {!onCallBack && <p className="label">{w.promised}</p>}
    </>
  );
}

function Steps(props: Props) {
  const { face, label, onOffer, onWithdraw, onAskAgain, onClose, onRefused } = props;
  const act = { onRefused, small: true };
  if (face.state === 'sending') return null;
  if (face.state === 'waiting')
    return (
      <GuardedButton {...act} onAct={onWithdraw}>
        {w.withdraw}
      </GuardedButton>
    );
  return (
    <>
      {face.state === 'granted' && (
        <GuardedButton {...act} look="accent" onAct={onOffer}>
          {w.offer(label)}
        </GuardedButton>
      )}
      {face.state === 'offline' && (
        <GuardedButton {...act} onAct={onAskAgain}>
          {w.again}
        </GuardedButton>
      )}
      <Button small look="link" onPress={onClose}>
        {w.close}
      </Button>
    </>
  );
}

/** The rep's question to a supervisor: whom it waits with, how long yet, what happens next, and how it ended. */
export function ApprovalStatus(props: Props) {
  const { face, label } = props;
  const place = useRef<HTMLElement>(null);
  useGoOn(face.state, () => place.current?.querySelector('button')?.focus());
  // After a no, what the rep may give by their own leave stands below as ever.
  const isOver = face.state === 'nobody' || face.state === 'offline';
  return (
    <section className="approval" ref={place} data-state={face.state} aria-label={w.title}>
      <p className="approval-head">
        <strong>{label}</strong>
        {face.state === 'waiting' && (
          <span role="timer" aria-live="off" aria-label={w.secondsLong(face.secondsLeft)}>
            {w.seconds(face.secondsLeft)}
          </span>
        )}
      </p>
      <p role="status" dir="auto">
        {spoken(face)}
      </p>
      {isOver && <Instead {...props} />}
      <div className="offer-steps">
        <Steps {...props} />
      </div>
    </section>
  );
}
