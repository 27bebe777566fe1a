import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import './tick.css';

type Props = {
  label: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
  /** a key of the sidebar ticks it, see `tickByKey` */
  'data-shortcut'?: string;
};

/** Yes or no, in one tap. */
export function Tick({ label, value, onChange, ...rest }: Props) {
  return (
    <Checkbox className="tick" isSelected={value} onChange={onChange} {...rest}>
      <span className="tick-box" aria-hidden>
        <Check size={12} strokeWidth={3} />
      </span>
      {label}
    </Checkbox>
  );
}
