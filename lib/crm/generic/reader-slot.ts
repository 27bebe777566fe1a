import type { Detection } from '../detect';

/**
 * Where the reader of pages that no adapter knows is put by its script, and found by the other one: both are of this
 * extension and share one world, which the page can't see into.
 */
const SLOT = Symbol.for('heed.generic');

export type ReadGeneric = (url: URL, document: Document, isRecord?: boolean) => Detection;
type World = { [SLOT]?: ReadGeneric };

export function putReader(read: ReadGeneric): void {
  (globalThis as World)[SLOT] = read;
}

/** Undefined until its script has run. */
export const findReader = (): ReadGeneric | undefined => (globalThis as World)[SLOT];
