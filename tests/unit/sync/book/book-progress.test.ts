import { beforeEach, describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/platform/clock';
import type { Manifest, PackEntry } from '@/lib/protocol/manifest';
import { type BookProgress, createBookProgress } from '@/lib/sync/book/book-progress';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const pack = (bytes: number): PackEntry => ({
  ...{ id: String(bytes).padStart(64, '0'), bytes, kind: 'cards', first: 0, count: 1, version: 1, url: null },
});
const packs = [100, 200, 300, 400].map(pack);
const manifest: Manifest = {
  ...{ book: '0197a000-0000-7000-8000-000000000001', version: 1, customers: 1001, packs },
};
const [first, second, third, fourth] = packs as [PackEntry, PackEntry, PackEntry, PackEntry];

let time: number;
let told: number;
let progress: BookProgress;
beforeEach(() => {
  time = Date.parse('2026-11-22T09:00:00Z');
  told = 0;
  progress = createBookProgress({
    area: createMemoryArea(),
    exclusive: createExclusive(),
    clock: { now: () => new Date(time) },
    onChange: () => {
      told += 1;
    },
  });
});

const passes = (seconds: number) => {
  time += seconds * SECOND;
};
const left = async () => (await progress.shown())?.secondsLeft;

describe('how long a first sync still takes', () => {
  it('is told from what came since it began, and again with each pack and each second', async () => {
    await progress.begin(manifest, 0);
    expect(await left()).toBeNull();
    passes(2);
    // Nothing came yet: nobody knows.
    expect(await left()).toBeNull();
    await progress.arrived(first);
    // 100 in 2 s: 900 in 18.
    expect(await left()).toBe(18);
    passes(1);
    expect(await left()).toBe(27);
    await progress.arrived(third);
    // 400 in 3 s: 600 in 4.5, said in whole ones.
    expect(await progress.shown()).toEqual({
      ...{ customers: 400, totalCustomers: 1001, bytes: 400, totalBytes: 1000, secondsLeft: 5 },
    });
    passes(1);
    await progress.arrived(second);
    await progress.arrived(fourth);
    expect(await left()).toBe(0);
    // Its begin, and what came once a second: the last two were at once.
    expect(told).toBe(4);
  });

  it('counts only what came in this stretch, not what was here, nor the hours in between', async () => {
    await progress.begin(manifest, 0);
    passes(10);
    await progress.arrived(first);
    await progress.rest();
    expect(await progress.shown()).toMatchObject({ bytes: 100, secondsLeft: null });
    passes(3600);
    expect(await left()).toBeNull();
    await progress.begin(manifest, 100);
    expect(await left()).toBeNull();
    passes(1);
    await progress.arrived(second);
    // 200 in 1 s, not 300: 700 in 3.5.
    expect(await progress.shown()).toMatchObject({ bytes: 300, secondsLeft: 4 });
  });

  it.each([0, -3600, -86_400])('is a number when the clock jumps by %i seconds', async (jump) => {
    await progress.begin(manifest, 0);
    passes(jump);
    await progress.arrived(first);
    // All of it in no time.
    expect(await left()).toBe(1);
  });

  it('is nothing once the book is whole, or where there is nothing to fetch', async () => {
    await progress.begin(manifest, 0);
    await progress.arrived(first);
    await progress.end();
    expect(await progress.shown()).toBeNull();
    await progress.arrived(second);
    expect(await progress.shown()).toBeNull();
    await progress.begin({ ...manifest, packs: [] }, 0);
    expect(await progress.shown()).toBeNull();
  });
});
