import { useEffect, useState } from 'react';
import { MINUTE } from '@/lib/platform/clock';
import { useHost } from './host';

/**
 * Business time, running: what a view said was now, plus what has passed since it came.
 * @param said ISO instant of the view; @param at when it came, real time in ms
 */
export function useBusinessNow(said: string | undefined, at: number): Date {
  const host = useHost();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  const real = host.now().getTime();
  return new Date(said === undefined ? real : Date.parse(said) + (real - at));
}
