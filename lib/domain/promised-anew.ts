import { isNamedIn } from './promise-guard';

type Told = { what: string; dueOn: string; state: 'due' | 'kept' | 'broken' };

/** A promise that wasn’t kept, and the day that it has now where it was promised once more; else null. */
export type BrokenPromise = { what: string; dueOn: string; newDue: string | null };

/**
 * The promise to own up to: the one that they have waited for longest of those that have no new day, else of all. A later
 * promise that names an earlier one, as “Promise both” writes it, is its new day.
 */
export function brokenPromise(promises: readonly Told[]): BrokenPromise | null {
  const newDueOf = ({ what }: Told) =>
    promises.find((one) => one.state === 'due' && isNamedIn(one.what, what))?.dueOn ?? null;
  const broken = promises
    .filter(({ state }) => state === 'broken')
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
    .map((one) => ({ what: one.what, dueOn: one.dueOn, newDue: newDueOf(one) }));
  return broken.find(({ newDue }) => newDue === null) ?? broken[0] ?? null;
}
