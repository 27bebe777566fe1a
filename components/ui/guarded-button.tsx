import { type ReactNode, useEffect, useRef } from 'react';
import { useVisibleGuard } from '@/lib/ui/visible-guard';
import { Button } from './button';

type Props = {
  onAct: () => void;
  /** the click didn't count: something may lie over us */
  onRefused: () => void;
  look?: 'primary' | 'accent' | 'plain' | 'link';
  small?: boolean;
  isDisabled?: boolean;
  children: ReactNode;
};

/** A button whose click has consequences, and counts only where the rep could see it for half a second. */
export function GuardedButton({ onAct, onRefused, ...props }: Props) {
  const ref = useRef<HTMLButtonElement>(null);
  const guard = useVisibleGuard();
  useEffect(() => (ref.current ? guard.watch(ref.current) : undefined), [guard]);
  const press = () => {
    const clear = ref.current !== null && guard.sight(ref.current) === 'clear';
    if (clear) onAct();
    else onRefused();
  };
  return <Button ref={ref} onPress={press} {...props} />;
}
