import { useNow } from './use-now';

/**
 * Business time, running: what a view said was now, plus what has passed since it came.
 * @param said ISO instant of the view; @param at when it came, real time in ms
 */
export function useBusinessNow(said: string | undefined, at: number): Date {
  const real = useNow();
  return said === undefined ? real : new Date(Date.parse(said) + Math.max(0, real.getTime() - at));
}
