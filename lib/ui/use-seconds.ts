import { useEffect, useState } from 'react';
import { SECOND } from '@/lib/platform/clock';
import { useHost } from './host';

/** The computer's time, anew each second while somebody counts. */
export function useSeconds(counting: boolean): Date {
  const host = useHost();
  const [, tick] = useState(0);
  useEffect(() => {
    if (!counting) return;
    const timer = setInterval(() => tick((n) => n + 1), SECOND);
    return () => clearInterval(timer);
  }, [counting]);
  return host.now();
}
