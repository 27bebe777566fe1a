/**
 * Where a script that is brought into a page on demand puts what it has, and the one that asked for it finds it: both are
 * of this extension and share one world, which the page can't see into.
 */
export function createScriptSlot<T>(name: string) {
  const key = Symbol.for(`heed.${name}`);
  const world = globalThis as { [key]?: T | undefined };
  return {
    put(what: T): void {
      world[key] = what;
    },
    /** Undefined until its script has run. */
    find: (): T | undefined => world[key],
    /** What an older version of this extension has put there. */
    clear(): void {
      world[key] = undefined;
    },
  };
}
