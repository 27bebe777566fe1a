import { beforeEach, describe, expect, it } from 'vitest';
import { createOpenedBlocks, type OpenedBlocks } from '@/lib/cache/opened-blocks';

const KEPT = 64;
let blocks: OpenedBlocks;
beforeEach(() => {
  blocks = createOpenedBlocks();
});

const contents = (n: number) => Uint8Array.of(n);
const keep = (n: number) => blocks.keep(`cards ${n}`, contents(n), blocks.epoch());
const kept = (count: number) =>
  Array.from({ length: count }, (_, n) => n).filter((n) => blocks.get(`cards ${n}`) !== undefined);

describe('blocks opened a moment ago', () => {
  it('are not opened again', () => {
    keep(1);
    expect(blocks.get('cards 1')).toEqual(contents(1));
    expect(blocks.get('cards 2')).toBeUndefined();
  });

  it('are forgotten at a change of the book', () => {
    keep(1);
    blocks.forget();
    expect(blocks.get('cards 1')).toBeUndefined();
  });

  it('that were read before a change and opened after it are not kept', () => {
    const readAt = blocks.epoch();
    blocks.forget();
    blocks.keep('cards 1', contents(1), readAt);
    expect(blocks.get('cards 1')).toBeUndefined();
    keep(1);
    expect(blocks.get('cards 1')).toEqual(contents(1));
  });

  it('that were read before a change don’t take the place of what was read after it', () => {
    const readAt = blocks.epoch();
    blocks.forget();
    keep(1);
    blocks.keep('cards 1', contents(9), readAt);
    expect(blocks.get('cards 1')).toEqual(contents(1));
  });

  it('are 64 at most: one more pushes out the one that was opened longest ago', () => {
    for (let n = 0; n < KEPT; n += 1) keep(n);
    expect(kept(KEPT)).toHaveLength(KEPT);
    // Opened once more, it is no longer the oldest, and pushes out nothing.
    keep(0);
    expect(kept(KEPT)).toHaveLength(KEPT);
    keep(KEPT);
    expect(kept(KEPT + 1)).toHaveLength(KEPT);
    expect([blocks.get('cards 0'), blocks.get('cards 1')]).toEqual([contents(0), undefined]);
    expect(blocks.get(`cards ${KEPT}`)).toEqual(contents(KEPT));
  });
});
