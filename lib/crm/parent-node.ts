/**
 * What a node stands in. Not `node.parentNode`: inside `<form><input name="parentNode">` that is the input.
 * @param window whose own property is asked
 */
export function createParentOf(window: Window & typeof globalThis): (node: Node) => Node | null {
  const parent = Object.getOwnPropertyDescriptor(window.Node.prototype, 'parentNode')?.get;
  return (node) => parent?.call(node) ?? null;
}

/** What a component's inside, or a frame's document, stands in. */
export function outside(node: Node): Element | null {
  if ('host' in node && 'mode' in node) return node.host as Element;
  return 'defaultView' in node ? ((node as Document).defaultView?.frameElement ?? null) : null;
}
