/**
 * Copies a text, in a click or a key press of the rep's. By a copy of our own making: in a frame of another site's page
 * the newer way asks for a permission that such a page would have to give.
 * @returns whether the browser has taken it
 */
export function copyText(text: string, document: Document = globalThis.document): boolean {
  let taken = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
  return taken;
}
