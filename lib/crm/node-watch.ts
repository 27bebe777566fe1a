/** What makes an element disappear without leaving its place. */
const HIDING = ['hidden', 'style', 'class', 'open', 'inert'];

/** What a component's inside, or a frame's document, stands in. */
function outside(node: Node): Node | null {
  if ('host' in node && 'mode' in node) return node.host as Element;
  return 'defaultView' in node ? ((node as Document).defaultView?.frameElement ?? null) : null;
}

export type NodeWatch = {
  /** Watches these elements and what stands above them, instead of those before. */
  watch(nodes: readonly Element[]): void;
  includes(node: unknown): boolean;
};

/**
 * Tells at once, and at every change, when one of a few elements changes or is taken out: all that happens within
 * them, and for everything above them its children and what could hide it. Never throttled: these are few.
 */
export function createNodeWatch(window: Window & typeof globalThis, changed: () => void): NodeWatch {
  const observer = new window.MutationObserver(changed);
  let watched: readonly Element[] = [];
  // Not `node.parentNode`: inside `<form><input name="parentNode">` that is the input.
  const parent = Object.getOwnPropertyDescriptor(window.Node.prototype, 'parentNode')?.get;
  const above = (node: Node): Node | null => parent?.call(node) ?? outside(node);

  function watchAbove(node: Element): void {
    for (let at = above(node); at; at = above(at)) {
      observer.observe(at, { childList: true, attributes: true, attributeFilter: HIDING });
    }
  }

  return {
    watch(nodes) {
      if (nodes.length === watched.length && nodes.every((node, i) => node === watched[i])) return;
      observer.disconnect();
      watched = nodes;
      for (const node of nodes) watchAbove(node);
      // Last, since a second call for the same node replaces the first.
      for (const node of nodes) {
        observer.observe(node, { subtree: true, childList: true, attributes: true, characterData: true });
      }
    },
    includes: (node) => watched.some((element) => element === node),
  };
}
