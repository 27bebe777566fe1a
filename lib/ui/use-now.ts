import { useCallback, useSyncExternalStore } from 'react';
import { MINUTE, SECOND } from '@/lib/platform/clock';
import { useHost } from './host';

/**
 * The computer's time in whole seconds, anew at every rendering, and by itself.
 * Read in any other way while rendering it would stay what it was then: React’s compiler (`wxt.config.ts`) keeps what comes from nothing that changes.
 * @param every after how long (ms) it is read anew by itself; null for never
 */
export function useNow(every: number | null = MINUTE / 2): Date {
  const host = useHost();
  const watch = useCallback(
    (onChange: () => void) => {
      if (every === null) return () => {};
      const timer = setInterval(onChange, every);
      return () => clearInterval(timer);
    },
    [every],
  );
  // Milliseconds would be others each time it is asked for, and React would render for ever.
  const seconds = useSyncExternalStore(watch, () => Math.floor(host.now().getTime() / SECOND));
  return new Date(seconds * SECOND);
}
