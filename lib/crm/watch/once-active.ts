/**
 * Starts when a person has the page before them. One that the browser renders ahead (speculation rules, the address bar)
 * is nobody's yet: it isn't the tab's top to the browser, and the background would refuse its script for good.
 */
export function onceActive(document: Document, signal: AbortSignal, start: () => void): void {
  const { prerendering } = document as Document & { prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', start, { once: true, signal });
  else start();
}
