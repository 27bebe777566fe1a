import { useRef } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import './segmented.css';

type Props<T extends string> = {
  label: string;
  options: Readonly<Record<T, string>>;
  value: T | null;
  onChange: (value: T | null) => void;
  /** too many for one row: each by itself, in as many rows as they need */
  loose?: boolean;
};

/** A few exclusive choices in one row; tapping the chosen one again takes it back, since no field is required. */
export function Segmented<T extends string>({ label, options, value, onChange, loose }: Props<T>) {
  const entries = Object.entries<string>(options) as [T, string][];
  // What was chosen when the finger went down: whether a press or its change comes first, browsers disagree.
  const before = useRef<T | null>(null);
  return (
    <RadioGroup
      className="segmented"
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(entries.find(([code]) => code === next)?.[0] ?? null)}
    >
      <Label className="label">{label}</Label>
      <div className="segmented-options" data-loose={loose || undefined}>
        {entries.map(([code, word]) => (
          <Radio
            key={code}
            value={code}
            className="segment"
            data-word={word}
            onPressStart={() => {
              before.current = value;
            }}
            onPress={() => before.current === code && onChange(null)}
          >
            {word}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
