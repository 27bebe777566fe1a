/**
 * What had the focus is gone, and the keyboard stands nowhere. Not while it is in the page around us: nothing is taken
 * from there.
 */
export function isFocusLost(document: Document = globalThis.document): boolean {
  const at = document.activeElement;
  return document.hasFocus() && (at === null || at === document.body);
}
