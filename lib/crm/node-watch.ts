import { EVERYTHING } from './change-watch';
import { createParentOf, outside } from './parent-node';
import type { Witness } from './witness';

const ITSELF: MutationObserverInit = { childList: true, attributes: true, characterData: true };

type Said = Witness & { said: string | null };

export type NodeWatch = {
  /** Watches these and what stands above them, instead of those before. */
  watch(witnesses: readonly Witness[]): void;
  /** A value that is typed or picked changes no node: looks whether it is one of theirs. */
  check(): void;
};

/**
 * Tells at once, and at every change, that one of a few witnesses says something else, or was taken out. Never throttled:
 * these are few, and to compare what they say is all that is done, however often the page changes around them.
 */
export function createNodeWatch(window: Window & typeof globalThis, changed: () => void): NodeWatch {
  const observer = new window.MutationObserver(hear);
  const parent = createParentOf(window);
  let watched: readonly Said[] = [];
  /** all that they are or stand in: none of it may be taken out */
  let chain = new Set<Node>();

  const isOther = ({ says, said }: Said) => says() !== said;

  function hear(records: readonly MutationRecord[]): void {
    const isGone = records.some(({ removedNodes }) => [...removedNodes].some((node) => chain.has(node)));
    if (isGone || watched.some(isOther)) changed();
  }

  return {
    watch(witnesses) {
      observer.disconnect();
      chain = new Set();
      watched = witnesses.map((witness) => ({ ...witness, said: witness.says() }));
      for (const { node } of watched)
        for (let at: Node | null = node; at && !chain.has(at); at = parent(at) ?? outside(at)) {
          chain.add(at);
          observer.observe(at, ITSELF);
        }
      // Last, since a second call for the same node replaces the first.
      for (const { deep, node } of watched) if (deep) observer.observe(node, EVERYTHING);
    },
    check() {
      if (watched.some(isOther)) changed();
    },
  };
}
