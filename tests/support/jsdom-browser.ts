/*
 * What every browser has and jsdom hasn't. Without layout there is no `checkVisibility`: what style alone can hide is told
 * by style, in the documents of frames, which have an `Element` of their own, too. A page in jsdom is always idle.
 */

/**
 * jsdom keeps what it computed once for an element inside a component, however its style changes: only the style
 * attribute is asked there.
 */
function styleOf(element: Element): Pick<CSSStyleDeclaration, 'display' | 'visibility'> | undefined {
  const isInComponent = 'host' in element.getRootNode();
  return isInComponent
    ? (element as HTMLElement).style
    : element.ownerDocument.defaultView?.getComputedStyle(element);
}

function isVisible(this: Element): boolean {
  if (styleOf(this)?.visibility === 'hidden') return false;
  for (let at: Element | null = this; at; at = at.parentElement)
    if (styleOf(at)?.display === 'none') return false;
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
