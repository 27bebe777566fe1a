import { useEffect, useState } from 'react';

/** Longer than a double click: what slides under the pointer was not what the second click meant (ms). */
const SETTLE = 700;

/**
 * Whether what stands here has only just come to its place, so that a press may have been meant for what stood there.
 *
 * @param shown what else is there, by which this has its place
 * @param from what was there before it came; as it stands, nobody can have aimed at anything else yet
 */
export function useSettling(shown: string, from: string | null = shown): boolean {
  const [settled, setSettled] = useState(from);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(shown), SETTLE);
    return () => clearTimeout(timer);
  }, [shown]);
  return settled !== shown;
}
