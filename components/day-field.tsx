import { useId } from 'react';
import { formatFullDay } from '@/lib/ui/format';
import './day-field.css';

type Props = {
  label: string;
  /** `YYYY-MM-DD`; empty where there is none */
  value: string;
  min: string;
  required?: boolean;
  onChange: (day: string) => void;
};

/** A day to choose, and below it the same day in words: the browser writes it in an order of its own, 11/12 or 12/11. */
export function DayField({ label, value, min, required = false, onChange }: Props) {
  const words = useId();
  return (
    <span className="day-field">
      <input
        type="date"
        className="control"
        aria-label={label}
        aria-describedby={words}
        autoComplete="off"
        required={required}
        min={min}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
      <span id={words} className="label">
        {value && formatFullDay(value)}
      </span>
    </span>
  );
}
