import { DayField } from '@/components/day-field';
import { Button } from '@/components/ui/button';
import { isWorkingDay, type WorkCalendar, workingDayAfter } from '@/lib/domain/work-calendar';
import { formatDay } from '@/lib/ui/format';
import { noteWords } from '@/lib/ui/words/note-words';
import { Warning, Warnings } from './warnings';

type Props = {
  value: string | null;
  calendar: WorkCalendar;
  today: string;
  now: Date;
  onChange: (day: string | null) => void;
};

const w = noteWords;

/** The day on which somebody comes back to this. */
export function FollowUpField({ value, calendar, today, now, onChange }: Props) {
  const after = value !== null && !isWorkingDay(calendar, value) ? workingDayAfter(calendar, value, 1) : null;
  return (
    <>
      <div className="field">
        <span className="label" aria-hidden>
          {w.followUp}
        </span>
        <DayField
          label={w.followUp}
          min={today}
          value={value ?? ''}
          onChange={(day) => onChange(day || null)}
        />
      </div>
      <Warnings label={w.followUpDay}>
        {value !== null && after !== null && (
          <Warning text={w.guard.dayOff(formatDay(value, now))}>
            <Button small onPress={() => onChange(after)}>
              {formatDay(after, now)}
            </Button>
          </Warning>
        )}
      </Warnings>
    </>
  );
}
