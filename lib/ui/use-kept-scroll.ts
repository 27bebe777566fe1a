import { type RefObject, useLayoutEffect, useRef } from 'react';

const MOST = 50;

/**
 * Where somebody has read to is kept for each call, and found again when it is taken up.
 * @param subject changes when another stands there, and not when the first word turns a page's customer into a call
 * @param call the call's note, which `subject` is not always called by
 */
export function useKeptScroll(subject: string | null, call: string | null): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const kept = useRef(new Map<string, number>());
  const names = useRef<readonly string[]>([]);
  names.current = [call, subject].filter((name) => name !== null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are read when the subject changes, and only then
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const name = names.current.find((one) => kept.current.has(one));
    element.scrollTop = name === undefined ? 0 : (kept.current.get(name) ?? 0);
    const remember = () => {
      for (const one of names.current) kept.current.set(one, element.scrollTop);
      for (const old of kept.current.keys()) if (kept.current.size > MOST) kept.current.delete(old);
    };
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [subject]);
  return box;
}
