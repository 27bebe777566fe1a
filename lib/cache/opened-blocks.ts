/** How many opened blocks stay in memory: about a megabyte. */
const KEPT = 64;

/**
 * Blocks opened a moment ago, so that the badge, the sidebar and the toolbar don't each decrypt the same two. In the
 * worker's memory only; empty after any change of the book, and after sign-out.
 */
export function createOpenedBlocks() {
  const blocks = new Map<string, Uint8Array>();
  let epoch = 0;
  return {
    /** Hand it to `keep`: what was read before a change must not be kept after it. */
    epoch: () => epoch,
    get: (name: string) => blocks.get(name),
    keep(name: string, contents: Uint8Array, readAt: number): void {
      if (readAt !== epoch) return;
      blocks.delete(name);
      blocks.set(name, contents);
      const oldest = blocks.keys().next().value;
      if (blocks.size > KEPT && oldest !== undefined) blocks.delete(oldest);
    },
    forget(): void {
      epoch += 1;
      blocks.clear();
    },
  };
}

export type OpenedBlocks = ReturnType<typeof createOpenedBlocks>;
