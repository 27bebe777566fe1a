import { afterAll, beforeAll, expect, it } from 'vitest';
import { drainLongQueue } from './long-queue';
import { type QueueWorld, startQueueWorld } from './queue-world';

let world: QueueWorld;

beforeAll(async () => {
  world = await startQueueWorld();
});
afterAll(() => world?.close());

it('300 notes saved without a network are 300 in the store, through one that fails a third of its answers', async () => {
  const { requests } = await drainLongQueue(world, 300);
  expect(requests).toBeGreaterThan(3);
});
