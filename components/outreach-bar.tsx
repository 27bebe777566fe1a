import { type FormEvent, useId, useState } from 'react';
import { isTooFar, type OutreachOutcome } from '@/lib/domain/outreach';
import type { OutreachView } from '@/lib/messaging/outreach-methods';
import { formatMoment } from '@/lib/ui/format';
import { useRefused } from '@/lib/ui/use-refused';
import { outreachWords as w } from '@/lib/ui/words/outreach-words';
import { PhoneNumbers } from './phone-numbers';
import { Button } from './ui/button';
import { GuardedButton } from './ui/guarded-button';
import { Refusal } from './ui/refusal';
import './ui/field.css';
import './outreach-sheet.css';

type One = Extract<OutreachView, { state: 'one' }>;
export type Tell = (outcome: OutreachOutcome, callBackAt: string | null) => void;
type Guarded = {
  /** on which to call back, to start with */ backOn: string;
  onTell: Tell;
  onRefused: () => void;
};

const TIME = '10:00';

type FieldProps = { label: string; type: 'date' | 'time'; value: string; onChange: (value: string) => void };

function WhenField({ label, type, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <label htmlFor={id}>
      <span className="label">{label}</span>
      <input
        id={id}
        className="control"
        type={type}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    </label>
  );
}

function CallBack({
  now,
  backOn,
  onTell,
  onRefused,
  onCancel,
}: Guarded & { now: Date; onCancel: () => void }) {
  const [day, setDay] = useState(backOn);
  const [time, setTime] = useState(TIME);
  const at = new Date(`${day}T${time}`);
  const isPast = !(at > now);
  const isFar = isTooFar(at, now);
  const stay = (event: FormEvent) => event.preventDefault();
  return (
    <form className="outreach-back" onSubmit={stay} noValidate>
      <WhenField label={w.callBackDay} type="date" value={day} onChange={setDay} />
      <WhenField label={w.callBackTime} type="time" value={time} onChange={setTime} />
      <GuardedButton
        look="primary"
        isDisabled={isPast || isFar}
        onAct={() => onTell('call-back', at.toISOString())}
        onRefused={onRefused}
      >
        {w.callBackSet}
      </GuardedButton>
      <Button onPress={onCancel}>{w.callBackCancel}</Button>
      {isPast && <p role="status">{w.callBackPast}</p>}
      {isFar && <p role="status">{w.callBackFar}</p>}
    </form>
  );
}

function Outcomes({ now, backOn, onTell, onRefused }: Guarded & { now: Date }) {
  const [callsBack, setCallsBack] = useState(false);
  if (callsBack)
    return <CallBack {...{ now, backOn, onTell, onRefused }} onCancel={() => setCallsBack(false)} />;
  return (
    <div className="outreach-actions">
      {(['reached', 'not-reached', 'refused'] as const).map((outcome) => (
        <GuardedButton key={outcome} onAct={() => onTell(outcome, null)} onRefused={onRefused}>
          {w.outcomes[outcome]}
        </GuardedButton>
      ))}
      <Button onPress={() => setCallsBack(true)}>{w.outcomes['call-back']}</Button>
    </div>
  );
}

function toldText({ outcome, heard, nextAt }: NonNullable<One['told']>, now: Date): string {
  if (!heard) return w.unheard;
  if (nextAt === null) return w.told[outcome];
  const when = formatMoment(nextAt, now);
  return outcome === 'call-back' ? w.callsBack(when) : w.again3(when);
}

type Props = {
  one: One;
  /** the sidebar is about somebody else by now */
  named: boolean;
  now: Date;
  /** the next working day */
  backOn: string;
  onTell: Tell;
  onNext: () => void;
};

/** What a call came to, in one tap. A click that the page could have made counts for nothing. */
export function OutcomeButtons({ now, backOn, onTell }: Pick<Props, 'now' | 'backOn' | 'onTell'>) {
  const [refused, setRefused] = useRefused();
  const tell: Tell = (...told) => {
    setRefused(false);
    onTell(...told);
  };
  return (
    <>
      <p className="label">{w.ask}</p>
      <Outcomes {...{ now, backOn }} onTell={tell} onRefused={() => setRefused(true)} />
      <Refusal refused={refused} />
    </>
  );
}

/** Beside the note of an outreach call: the number, what it came to in one tap, and then the next. */
export function OutreachBar({ one, named, now, backOn, onTell, onNext }: Props) {
  const { name, number } = one.entry;
  return (
    <section className="outreach-bar" aria-label={w.bar}>
      {named && <p dir="auto">{name || `#${number}`}</p>}
      <PhoneNumbers phones={one.entry.phones} />
      {one.told ? (
        <>
          <p role="status">{toldText(one.told, now)}</p>
          <div className="outreach-actions">
            <Button look="accent" onPress={onNext}>
              {w.next}
            </Button>
          </div>
        </>
      ) : (
        <OutcomeButtons {...{ now, backOn, onTell }} />
      )}
    </section>
  );
}
