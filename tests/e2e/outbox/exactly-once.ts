import fc from 'fast-check';
import { expect } from 'vitest';
import type { QueueWorld } from './queue-world';
import { step, work } from './rep-model';

type Bounds = { runs: number; mostSteps: number; mostMs: number };

/** Every note that a rep saved is in the store once, with its last words, whatever happened on the way. */
export async function checkExactlyOnce(
  world: QueueWorld,
  { runs, mostSteps, mostMs }: Bounds,
): Promise<void> {
  const happenings = fc.array(step, { minLength: 2, maxLength: mostSteps, size: 'max' });
  const eachIsThereOnce = fc.asyncProperty(happenings, async (steps) => {
    const saved = await work(world, steps);
    const stored = (await world.inStore()).filter(({ noteId }) => saved.has(noteId));
    const said = stored.map(({ noteId, summary }) => [noteId, summary]);
    expect(said.sort()).toEqual([...saved].sort());
    expect(stored.filter(({ authorId }) => authorId !== world.store.users.rep)).toEqual([]);
  });
  await fc.assert(eachIsThereOnce, {
    numRuns: runs,
    interruptAfterTimeLimit: mostMs,
    markInterruptAsFailure: false,
    // Chance in the timing doesn't come again, so that a shorter example would take long and mean little.
    endOnFailure: true,
  });
}
