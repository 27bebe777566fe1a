import fc from 'fast-check';
import { expect } from 'vitest';
import type { QueueWorld } from './queue-world';
import { createRep } from './rep-model';
import { type RepStep, step } from './rep-steps';

type Bounds = { runs: number; mostSteps: number; mostMs: number };

type Pair = [id: string, words: string];

/** The store has what a rep was told, each once and with its last words, and nothing that they took back. */
async function checkStore(world: QueueWorld, steps: readonly RepStep[]): Promise<void> {
  await world.anotherDay();
  const rep = createRep(world, await world.disk.fresh());
  for (const s of steps) await rep.take(s);
  const { saved, given, doubted, ids } = await rep.end();
  const ours = (pairs: Pair[]) => pairs.filter(([id]) => ids.has(id)).sort();
  const stored = await world.inStore();
  expect(ours(stored.map(({ noteId, summary }) => [noteId, summary]))).toEqual([...saved].sort());
  expect(stored.filter(({ authorId }) => authorId !== world.store.users.rep)).toEqual([]);
  const handedOver = (await world.handedOver()).filter(({ state }) => state === 'waiting');
  expect(ours(handedOver.map(({ handoverId, summary }) => [handoverId, summary]))).toEqual([...given].sort());
  const heard = await world.doubted();
  expect(ours(heard.map(({ id, text }) => [id, text]))).toEqual([...doubted].sort());
}

/**
 * Every note that a rep saved is in the store once, with its last words, whatever happened on the way.
 * @returns how many interleavings were gone through before time was up
 */
export async function checkExactlyOnce(
  world: QueueWorld,
  { runs, mostSteps, mostMs }: Bounds,
): Promise<number> {
  let checked = 0;
  const happenings = fc.array(step, { minLength: 2, maxLength: mostSteps, size: 'max' });
  await fc.assert(
    fc.asyncProperty(happenings, async (steps) => {
      await checkStore(world, steps);
      checked += 1;
    }),
    {
      numRuns: runs,
      interruptAfterTimeLimit: mostMs,
      markInterruptAsFailure: false,
      // Chance in the timing doesn't come again, so that a shorter example would take long and mean little.
      endOnFailure: true,
    },
  );
  return checked;
}
