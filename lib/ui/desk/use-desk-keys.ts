import { useEffect } from 'react';

/** Where letters are somebody's words, or choose among what is listed, or a question waits for an answer. */
const TAKES_LETTERS =
  'input:not([type=checkbox]), textarea, select, [role=menu], [role=listbox], [role=dialog], [role=alertdialog]';

/** Single letters for a page of ours, by what they are on the keyboard of whoever presses them. */
export function useDeskKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (event.defaultPrevented || event.isComposing || event.repeat || ctrlKey || metaKey || altKey) return;
      if (target instanceof HTMLElement && target.closest(TAKES_LETTERS)) return;
      const name = key.toLowerCase();
      if (document.querySelector('[role=dialog], [role=alertdialog]') || !Object.hasOwn(keys, name)) return;
      event.preventDefault();
      keys[name]?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [keys]);
}
