import { useEffect } from 'react';

/** Alt and a digit takes up that call. Heard in this document alone: the CRM keeps all its keys. */
export function useCallKeys(noteIds: readonly string[], onSwitch: (noteId: string) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { code, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
      if (!altKey || ctrlKey || metaKey || shiftKey || repeat || event.defaultPrevented) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
      const noteId = digit === undefined ? undefined : noteIds[Number(digit) - 1];
      if (noteId === undefined) return;
      event.preventDefault();
      onSwitch(noteId);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [noteIds, onSwitch]);
}
