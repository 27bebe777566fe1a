import { useEffect } from 'react';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)
  );
}

/** In a text field it is the field's own, and undoes what was typed there. */
function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

type Shortcuts = { onWrapUp: () => void; onHelp: () => void; onFind: () => void; onUndo: () => void };

/** Keys that work anywhere in this document. Heed never takes a key that was meant for the CRM: it hears only its own. */
export function useShortcuts({ onWrapUp, onHelp, onFind, onUndo }: Shortcuts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        onWrapUp();
      } else if (isUndo(event) && !isTyping(event.target)) {
        event.preventDefault();
        onUndo();
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        onHelp();
      } else if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault();
        onFind();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onWrapUp, onHelp, onFind, onUndo]);
}
