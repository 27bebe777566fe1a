import { type RefObject, useLayoutEffect, useRef } from 'react';

const MOST = 50;

type Pair = { subject: string | null; call: string | null };

/**
 * Where somebody has read to is kept for each call, and found again when it is taken up; not when it is over.
 * @param subject changes when another stands there, and not when the first word turns a page's customer into a call
 * @param call the call's note, which `subject` is not always called by
 */
export function useKeptScroll(subject: string | null, call: string | null): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const kept = useRef(new Map<string, number>());
  const names = useRef<readonly string[]>([]);
  const before = useRef<Pair>({ subject: null, call: null });
  names.current = [call, subject].filter((name) => name !== null);

  useLayoutEffect(() => {
    const was = before.current;
    before.current = { subject, call };
    const element = box.current;
    if (!element) return;
    if (was.subject !== subject) {
      const name = names.current.find((one) => kept.current.has(one));
      element.scrollTop = name === undefined ? 0 : (kept.current.get(name) ?? 0);
    } else if (was.call !== call) {
      const known = call === null ? undefined : kept.current.get(call);
      // Once a call is over, whoever speaks with this customer next begins at the top.
      if (known !== undefined || was.call !== null) element.scrollTop = known ?? 0;
    }
    const remember = () => {
      for (const one of names.current) kept.current.set(one, element.scrollTop);
      for (const old of kept.current.keys()) if (kept.current.size > MOST) kept.current.delete(old);
    };
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [subject, call]);
  return box;
}
