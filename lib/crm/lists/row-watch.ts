import { createParentOf } from '../parent-node';

/** What may hide a row or move it, and says nothing of who is in it. */
const LOOKS = new Set(['class', 'style', 'hidden']);

type RowWatchOptions = {
  window: Window & typeof globalThis;
  isRow: (node: Node) => boolean;
  /** a row says something else now, or may */
  rowChanged: (row: Node) => void;
  changed: () => void;
};

/** The innermost elements that hold all rows of one list, one for each document or component that has any. */
function containersOf(rows: readonly Element[], parent: (node: Node) => Node | null): Node[] {
  // In document order: what holds the first and the last of a root holds all.
  const ends = new Map<Node, { first: Element; last: Element }>();
  for (const row of rows) {
    const root = row.getRootNode();
    ends.set(root, { first: ends.get(root)?.first ?? row, last: row });
  }
  return [...ends.values()].flatMap(({ first, last }) => {
    let at = parent(first);
    while (at && !at.contains(last)) at = parent(at);
    return at ?? [];
  });
}

/**
 * Watches the lists' own containers, and nothing else of the page. A row whose content changes is told in the task of the
 * change, before anything is painted: a virtual list shows the next customer in the same elements.
 */
export function createRowWatch({ window, isRow, rowChanged, changed }: RowWatchOptions) {
  const parent = createParentOf(window);
  let watched = new Set<Node>();
  let watchedFor = '';

  function hear(records: readonly MutationRecord[]): void {
    for (const { type, target, attributeName } of records) {
      if (type === 'attributes' && LOOKS.has(attributeName ?? '')) continue;
      // Past a container as well: one list may stand in another's row.
      for (let at: Node | null = target; at; at = parent(at)) if (isRow(at)) rowChanged(at);
    }
    changed();
  }

  const observer = new window.MutationObserver(hear);

  return {
    /**
     * @param lists the rows of each, in the order of the page
     * @param attributes that rows are read from, besides links'
     */
    watch(lists: readonly (readonly Element[])[], attributes: readonly string[]): void {
      const containers = new Set(lists.flatMap((rows) => containersOf(rows, parent)));
      const attributeFilter = [...new Set(['href', ...LOOKS, ...attributes])];
      const isSame = containers.size === watched.size && [...containers].every((node) => watched.has(node));
      if (isSame && watchedFor === attributeFilter.join()) return;
      observer.disconnect();
      watched = containers;
      watchedFor = attributeFilter.join();
      for (const node of watched)
        observer.observe(node, {
          ...{ subtree: true, childList: true, characterData: true },
          attributeFilter,
        });
    },

    /** Does something to rows that changes nobody in them. Only in a task of its own, when all changes have been heard. */
    own(change: () => void): void {
      change();
      observer.takeRecords();
    },
  };
}
