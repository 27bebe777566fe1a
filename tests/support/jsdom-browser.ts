/*
 * What every browser has and jsdom hasn't. Without layout there is no `checkVisibility`: what style alone can hide is told
 * by style, in the documents of frames, which have an `Element` of their own, too. A page in jsdom is always idle.
 */

function isVisible(this: Element): boolean {
  const view = this.ownerDocument.defaultView;
  if (!view || view.getComputedStyle(this).visibility === 'hidden') return view === null;
  for (let at: Element | null = this; at; at = at.parentElement)
    if (view.getComputedStyle(at).display === 'none') return false;
  return true;
}

function complete(view: Window & typeof globalThis): void {
  view.Element.prototype.checkVisibility ??= isVisible;
  // Vitest has patched the page's own so that it takes Node's `AbortSignal`, not a frame's.
  view.EventTarget.prototype.addEventListener = window.EventTarget.prototype.addEventListener;
}

if (typeof window !== 'undefined') {
  complete(window);
  window.requestIdleCallback ??= (run) =>
    window.setTimeout(() => run({ didTimeout: false, timeRemaining: () => 50 }), 0);
  window.cancelIdleCallback ??= (id) => window.clearTimeout(id);
  const inside = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentDocument')?.get;
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentDocument', {
    configurable: true,
    get(this: HTMLIFrameElement): Document | null {
      const document: Document | null = inside?.call(this) ?? null;
      if (document?.defaultView) complete(document.defaultView);
      return document;
    },
  });
}
