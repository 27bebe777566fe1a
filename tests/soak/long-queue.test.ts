import { afterAll, beforeAll, expect, it } from 'vitest';
import { drainLongQueue } from '../e2e/outbox/long-queue';
import { type QueueWorld, startQueueWorld } from '../e2e/outbox/queue-world';

let world: QueueWorld;

beforeAll(async () => {
  world = await startQueueWorld();
});
afterAll(() => world?.close());

it('10,000 notes saved without a network are 10,000 in the store, through one that fails a third of its answers', async () => {
  const drained = await drainLongQueue(world, 10_000);
  console.log(
    `${drained.notes} notes in ${drained.seconds.toFixed(1)} s, ${drained.requests} requests, ${drained.rounds} attempts`,
  );
  expect(drained.requests).toBeGreaterThan(100);
});
