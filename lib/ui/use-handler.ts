import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * What is done when something is pressed or said, by what is known then: one and the same function for as long as its
 * component lives, so that a keystroke in the note doesn't paint every button anew that would act on it.
 * Not to be called while rendering.
 */
export function useHandler<Args extends unknown[], R>(handle: (...args: Args) => R): (...args: Args) => R {
  const newest = useRef(handle);
  useLayoutEffect(() => {
    newest.current = handle;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
