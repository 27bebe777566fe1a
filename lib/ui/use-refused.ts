import { useEffect, useState } from 'react';
import { SECOND } from '@/lib/platform/clock';

/** Long enough to read why a click did nothing, and to see what lies over us; the next click says it anew. */
const SHOWN = 8 * SECOND;

/** Whether a guarded click was refused a moment ago: each refusal is told for a while. */
export function useRefused(): [boolean, (refused: boolean) => void] {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count === 0) return;
    const timer = setTimeout(() => setCount(0), SHOWN);
    return () => clearTimeout(timer);
  }, [count]);
  return [count > 0, (refused) => setCount((before) => (refused ? before + 1 : 0))];
}
