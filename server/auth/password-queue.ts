import pLimit from 'p-limit';

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
  const limit = pLimit(AT_ONCE);
  return async (task) => {
    if (limit.pendingCount >= MOST_WAITING) throw new PasswordQueueFull();
    return limit(task);
  };
}
