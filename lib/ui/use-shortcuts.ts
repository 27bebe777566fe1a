import { useEffect } from 'react';

/** Where letters are somebody's words, or choose among what is listed, or a question waits for an answer. */
const TAKES_LETTERS =
  'input, textarea, select, [role=menu], [role=listbox], [role=dialog], [role=alertdialog]';

function takesLetters(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest(TAKES_LETTERS) !== null)
  );
}

/** In a text field it is the field's own, and undoes what was typed there. */
function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

export type Shortcuts = {
  onWrapUp: () => void;
  onHelp: () => void;
  onFind: () => void;
  onSignal: () => void;
  onUndo: () => void;
  /** null where nothing is open that Escape would close here */
  onEscape: () => (() => void) | null;
  /** by one letter where nothing is typed, or by Alt and that letter anywhere */
  letters: Readonly<Record<string, () => void>>;
};

/** A list or a question that lies over the rest hears Escape itself. */
const closesItself = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest(
    'select, [role=menu], [role=listbox], [aria-expanded=true], [role=dialog], [role=alertdialog]',
  ) !== null;

const inDialog = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('[role=dialog], [role=alertdialog]') !== null;

/** Alt may turn a letter into another sign: then the key itself says which it was. What a question lies over gets none. */
function letterOf(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey || inDialog(event.target)) return null;
  if (!event.altKey) return takesLetters(event.target) ? null : event.key.toLowerCase();
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, '').toLowerCase();
}

const isWrapUp = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === 'Enter' && (ctrlKey || metaKey);

/** In a text field a sign is text, and with Alt the key that it is elsewhere, as letters are. Some keyboards write signs by Ctrl and Alt. */
function signOf(event: KeyboardEvent): string | null {
  if (inDialog(event.target) || event.ctrlKey || event.metaKey) return null;
  return event.altKey || !takesLetters(event.target) ? event.key : null;
}

function actionFor(event: KeyboardEvent, shortcuts: Shortcuts): (() => void) | undefined {
  if (isUndo(event) && !takesLetters(event.target)) return shortcuts.onUndo;
  const sign = signOf(event);
  if (sign === '?') return shortcuts.onHelp;
  if (sign === '/') return shortcuts.onFind;
  if (sign === '!') return shortcuts.onSignal;
  if (event.key === 'Escape' && !closesItself(event.target)) return shortcuts.onEscape() ?? undefined;
  const letter = letterOf(event);
  return letter !== null && Object.hasOwn(shortcuts.letters, letter) ? shortcuts.letters[letter] : undefined;
}

/** Keys that work anywhere in this document. Heed never takes a key that was meant for the CRM: it hears only its own. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const act = actionFor(event, shortcuts);
      if (!act) return;
      event.preventDefault();
      act();
    };
    // Before a button hears it, which takes it for its own Enter.
    const onWrapUp = (event: KeyboardEvent) => {
      if (event.isComposing || !isWrapUp(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) shortcuts.onWrapUp();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('keydown', onWrapUp, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keydown', onWrapUp, { capture: true });
    };
  }, [shortcuts]);
}

/**
 * Presses a button as a keyboard would, wherever it stands: what guards its click guards this too. The focus stays where
 * it is, mostly in the middle of a sentence.
 */
export function pressByKey(name: string): void {
  const before = document.activeElement;
  document.querySelector<HTMLElement>(`[data-shortcut="${name}"]`)?.click();
  if (before instanceof HTMLElement && before !== document.body) before.focus();
}

/** Ticks a box, or takes the tick out; the focus stays where it is. */
export function tickByKey(name: string): void {
  document.querySelector<HTMLElement>(`[data-shortcut="${name}"] input`)?.click();
}

/**
 * Where a rep goes on who comes by keys: where they were; else to the question who it is, where one is asked; else the
 * note, else the first thing there is.
 */
export function focusSidebar(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const asked = document.querySelector<HTMLElement>('.candidates button');
  const note = document.querySelector<HTMLElement>('.sidebar-write textarea');
  (asked ?? note ?? document.querySelector<HTMLElement>('.sidebar button'))?.focus();
}
