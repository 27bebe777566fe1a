import { useLayoutEffect, useState } from 'react';
import { MINUTE, SECOND } from '@/lib/platform/clock';
import { useHost } from './host';

const HALF_A_MINUTE = MINUTE / 2;

/**
 * The computer's time, as it was read last: a keystroke between is no reason to paint anew what shows it. Read in any other
 * way while rendering it would stay what it was first, for React’s compiler (`wxt.config.ts`) keeps what it saw no change of.
 * @param every after how long (ms) it is read anew
 */
export function useNow(every: number = HALF_A_MINUTE): Date {
  const host = useHost();
  const [now, setNow] = useState(() => host.now());
  useLayoutEffect(() => {
    const read = () => setNow(host.now());
    // Before the paint, where it is read more often from now on; the first time it has just been read.
    setNow((before) => (host.now().getTime() - before.getTime() < SECOND ? before : host.now()));
    const timer = setInterval(read, every);
    return () => clearInterval(timer);
  }, [host, every]);
  return now;
}
