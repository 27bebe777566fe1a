import { createParentOf, outside } from '../parent-node';
import type { Witness } from '../witness';
import { EVERYTHING } from './change-watch';

const ITSELF: MutationObserverInit = { childList: true, attributes: true, characterData: true };

/** A script that sets a field's value changes no node and sends no event: such fields are asked so often (ms). */
const ASK_FIELDS = 100;
const FIELDS = 'input, textarea, select';

const holdsField = ({ node, deep }: Witness) =>
  'matches' in node && (node as Element).matches(FIELDS)
    ? true
    : deep && 'querySelector' in node && (node as Element).querySelector(FIELDS) !== null;

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
  let asking = 0;

  const isOther = ({ says, said }: Said) => says() !== said;

  function check(): void {
    if (watched.some(isOther)) changed();
  }

  function hear(records: readonly MutationRecord[]): void {
    const isGone = records.some(({ removedNodes }) => [...removedNodes].some((node) => chain.has(node)));
    if (isGone || watched.some(isOther)) changed();
  }

  return {
    watch(witnesses) {
      observer.disconnect();
      window.clearInterval(asking);
      chain = new Set();
      watched = witnesses.map((witness) => ({ ...witness, said: witness.says() }));
      for (const { node } of watched)
        for (let at: Node | null = node; at && !chain.has(at); at = parent(at) ?? outside(at)) {
          chain.add(at);
          observer.observe(at, ITSELF);
        }
      // Last, since a second call for the same node replaces the first.
      for (const { deep, node } of watched) if (deep) observer.observe(node, EVERYTHING);
      if (watched.some(holdsField)) asking = window.setInterval(check, ASK_FIELDS);
    },
    check,
  };
}
