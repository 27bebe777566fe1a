import { useEffect, useRef } from 'react';
import {
  type ClockStep,
  complaintClock,
  type Jurisdiction,
  jurisdictionOf,
} from '@/lib/domain/complaint-clock';
import { formatDay } from '@/lib/ui/format';
import { noteWords } from '@/lib/ui/words/note-words';
import type { ComplaintSaid } from './complaint-field';
import './complaint-clock.css';

type Props = ComplaintSaid & {
  /** when the call began; null where only its length is known: an edit of a note */
  startedAt: Date | null;
  now: Date;
};

const w = noteWords;

const lengthOf = ({ name, count, unit }: ClockStep) => w.stepLong(name, w.units[unit](count));

/** `Simple route until the end of Tue 1 Dec; final answer until the end of Fri 22 Jan`. */
function clockText(
  jurisdiction: Jurisdiction,
  { rules, startedAt, now }: Pick<Props, 'rules' | 'startedAt' | 'now'>,
) {
  if (!startedAt) return `${jurisdiction.steps.map(lengthOf).join('; ')} (${w.fromCall}).`;
  const dues = complaintClock(jurisdiction, rules.calendar, startedAt);
  return `${dues.map(({ name, on }) => w.step(name, formatDay(on, now))).join('; ')}.`;
}

type ClockProps = Omit<Props, 'value'> & { jurisdiction: Jurisdiction };

function Clock({ jurisdiction, rules, startedAt, now, onChange }: ClockProps) {
  const { jurisdictions } = rules;
  return (
    <div className="complaint-clock">
      <p>{clockText(jurisdiction, { rules, startedAt, now })}</p>
      {jurisdiction.unchecked && <p className="muted">{w.unchecked}</p>}
      {jurisdictions.length > 1 && (
        <select
          className="control"
          aria-label={w.rulesLabel}
          value={jurisdiction.code}
          onChange={(e) => onChange({ complaint: true, jurisdiction: e.target.value })}
        >
          {jurisdictions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/**
 * By when must what be done about a complaint? The clock runs from the call, whenever it is ticked. It stands in the note, and not in
 * the end of it that stays in sight: nothing that has to be read lies under that.
 */
export function ComplaintClock({ value, rules, startedAt, now, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const jurisdiction = jurisdictionOf(rules, value.jurisdiction);
  const isShown = value.complaint && jurisdiction !== null;
  useEffect(() => {
    const isTicked = place.current?.closest('.note')?.contains(document.activeElement);
    if (isShown && isTicked) place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isShown]);
  return (
    <div ref={place} className="complaint-room" aria-live="polite">
      {value.complaint && jurisdiction && <Clock {...{ jurisdiction, rules, startedAt, now, onChange }} />}
    </div>
  );
}
