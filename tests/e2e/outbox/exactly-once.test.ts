import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkExactlyOnce } from './exactly-once';
import { type QueueWorld, startQueueWorld } from './queue-world';

let world: QueueWorld;

beforeAll(async () => {
  world = await startQueueWorld();
});
afterAll(() => world?.close());

it('each saved note ends in the store once, with its last words, whatever is killed, lost, doubled or late', async () => {
  const checked = await checkExactlyOnce(world, { runs: 15, mostSteps: 8, mostMs: 15_000 });
  expect(checked).toBeGreaterThanOrEqual(3);
  expect((await world.inStore()).length).toBeGreaterThan(0);
});
