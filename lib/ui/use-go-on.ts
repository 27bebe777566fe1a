import { useEffect, useRef } from 'react';
import { isFocusLost } from './lost-focus';

/**
 * Where the keyboard goes on when what it stood at goes with a press.
 * @param now whatever changes with the press; nothing goes on from where it wasn't known yet (`undefined`)
 */
export function useGoOn(now: unknown, goOn: () => void): void {
  const before = useRef(now);
  useEffect(() => {
    const has = before.current !== undefined && before.current !== now;
    before.current = now;
    if (has && isFocusLost()) goOn();
  });
}
