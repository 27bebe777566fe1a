/** Goes to a field of the note, or to who called, wherever in this document it stands. */
export function focusField(field: string, document: Document = globalThis.document): void {
  const place = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
  place?.querySelector<HTMLElement>('button, input, textarea')?.focus();
}
