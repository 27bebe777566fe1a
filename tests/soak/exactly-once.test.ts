import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkExactlyOnce } from '../e2e/outbox/exactly-once';
import { type QueueWorld, startQueueWorld } from '../e2e/outbox/queue-world';

let world: QueueWorld;

beforeAll(async () => {
  world = await startQueueWorld();
});
afterAll(() => world?.close());

it('each saved note ends in the store once, with its last words, in up to a thousand interleavings', async () => {
  const checked = await checkExactlyOnce(world, { runs: 1000, mostSteps: 25, mostMs: 45 * 60_000 });
  expect(checked).toBeGreaterThanOrEqual(100);
  expect((await world.inStore()).length).toBeGreaterThan(100);
});
