import { type ReactNode, useEffect, useRef } from 'react';
import type { PressEvent } from 'react-aria-components';
import { useVisibleGuard } from '@/lib/ui/visible-guard';
import { Button } from './button';

type Props = {
  onAct: () => void;
  /** the click didn't count: something may lie over us */
  onRefused: () => void;
  look?: 'primary' | 'accent' | 'plain' | 'link';
  small?: boolean;
  /** what it does can be taken back: where this browser can't tell whether it is covered, the click counts */
  undoable?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
  /** a key of the sidebar presses it, see `pressByKey` */
  'data-shortcut'?: string;
  'aria-label'?: string;
  children: ReactNode;
};

/** A button whose click has consequences, and counts only where the rep could see it for half a second. */
export function GuardedButton({ onAct, onRefused, undoable = false, ...props }: Props) {
  const ref = useRef<HTMLButtonElement>(null);
  const guard = useVisibleGuard();
  useEffect(() => (ref.current ? guard.watch(ref.current) : undefined), [guard]);
  const press = ({ pointerType }: PressEvent) => {
    // `virtual` is a screen reader's.
    const by = pointerType === 'keyboard' || pointerType === 'virtual' ? 'keys' : 'pointer';
    const sight = ref.current ? guard.sight(ref.current, by) : 'covered';
    if (sight === 'clear' || (undoable && sight === 'elsewhere')) onAct();
    else onRefused();
  };
  return <Button ref={ref} onPress={press} {...props} />;
}
