import {
  type ClockStep,
  complaintClock,
  type Jurisdiction,
  jurisdictionOf,
} from '@/lib/domain/complaint-clock';
import type { NoteContent } from '@/lib/domain/note';
import type { OrganisationRules } from '@/lib/domain/organisation-rules';
import { formatDay } from '@/lib/ui/format';
import { noteWords } from '@/lib/ui/words/note-words';
import { words } from '@/lib/ui/words/words';
import { Tick } from './tick';
import './complaint-field.css';

type Said = Pick<NoteContent, 'complaint' | 'jurisdiction'>;
type Props = {
  value: Said;
  rules: OrganisationRules;
  /** when the call began; null where only its length is known: an edit of a note */
  startedAt: Date | null;
  now: Date;
  onChange: (said: Said) => void;
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

/** Is it a complaint, and by when must what be done about it? The clock runs from the call, whenever this is ticked. */
export function ComplaintField({ value, rules, startedAt, now, onChange }: Props) {
  const jurisdiction = jurisdictionOf(rules, value.jurisdiction);
  return (
    <>
      <Tick
        label={words.note.complaint}
        value={value.complaint}
        data-shortcut="complaint"
        onChange={(complaint) =>
          onChange({ complaint, jurisdiction: complaint ? (jurisdiction?.code ?? null) : null })
        }
      />
      <div className="complaint-room" aria-live="polite">
        {value.complaint && jurisdiction && <Clock {...{ jurisdiction, rules, startedAt, now, onChange }} />}
      </div>
    </>
  );
}
