/** A hash takes 16 MB and a good part of a second of one core: strangers must not order as many as they like. */
const AT_ONCE = 4;
const MOST_WAITING = 50;

/** Thrown at once, before any hashing, when too many wait already. */
export class PasswordQueueFull extends Error {
  override name = 'PasswordQueueFull';
}

export type PasswordQueue = <T>(task: () => Promise<T>) => Promise<T>;

/** Runs password tasks four at a time, in the order they came; past fifty in the queue they fail at once. */
export function createPasswordQueue(): PasswordQueue {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running < AT_ONCE) running += 1;
    else if (waiting.length >= MOST_WAITING) throw new PasswordQueueFull();
    // Whoever is done hands its place over, so `running` stays as it is.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
