import { useEffect, useRef } from 'react';

type Keys = {
  /** how many choices there are; the keys from 1 on pick them */
  count: number;
  onPick: (index: number) => void;
  /** Enter, where no button has it */
  onEnter?: (() => void) | undefined;
};

/** Keys of a page of ours that has nothing to type into. Modified keys are the browser's. */
export function useNumberKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const { count, onPick, onEnter } = latest.current;
      const at = event.key.length === 1 ? '123456789'.indexOf(event.key) : -1;
      const onControl = event.target instanceof HTMLElement && event.target.matches('button, a, input');
      if (at >= 0 && at < count) {
        event.preventDefault();
        onPick(at);
      } else if (event.key === 'Enter' && onEnter && !onControl) {
        event.preventDefault();
        onEnter();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
