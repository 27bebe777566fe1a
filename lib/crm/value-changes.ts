/**
 * A value that is typed or picked changes no node. The page's own word counts here: a script that sets a value can only
 * say so itself, and it is reported only where someone else stands there now.
 * @returns hears of values in a document, a component or a frame; the same one may be given again
 */
export function createValueChanges(signal: AbortSignal, changed: () => void): (root: Node) => void {
  const heard = new WeakSet<Node>();
  return (root) => {
    if (heard.has(root)) return;
    heard.add(root);
    for (const type of ['input', 'change']) root.addEventListener(type, changed, { signal, capture: true });
  };
}
