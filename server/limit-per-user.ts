import pLimit, { type LimitFunction } from 'p-limit';

/** @returns of each user what runs so many of their tasks at once, and the others in the order in which they came */
export function limitPerUser(atOnce: number): (userId: string) => LimitFunction {
  // Never emptied: a queue that is empty is small, and an organisation has only so many people.
  const limits = new Map<string, LimitFunction>();
  return (userId) => {
    const limit = limits.get(userId) ?? pLimit(atOnce);
    limits.set(userId, limit);
    return limit;
  };
}
