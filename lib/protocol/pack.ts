import { AppError } from '@/lib/platform/app-error';

/*
 * A pack as bytes:  version (1) · count (4) · length of each block (4) · sealed blocks
 */

const VERSION = 1;
const HEADER = 5;

/** Blocks that stand one after another in the book, as one file. */
export function encodePack(blocks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const start = HEADER + 4 * blocks.length;
  const bytes = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, start));
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  view.setUint32(1, blocks.length);
  let offset = start;
  blocks.forEach((block, i) => {
    view.setUint32(HEADER + 4 * i, block.length);
    bytes.set(block, offset);
    offset += block.length;
  });
  return bytes;
}

/**
 * @returns the sealed blocks, each in memory of its own: a view would write the whole pack to disk with every block
 * @throws {AppError} `damaged` or `outdated`
 */
export function decodePack(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const version = bytes[0];
  if (version !== undefined && version > VERSION)
    throw new AppError('outdated', `a pack of version ${version}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length < HEADER ? 0 : view.getUint32(1);
  let offset = HEADER + 4 * count;
  if (version !== VERSION || bytes.length < offset) throw new AppError('damaged', 'not a pack');
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  for (let i = 0; i < count; i += 1) {
    const end = offset + view.getUint32(HEADER + 4 * i);
    blocks.push(new Uint8Array(bytes.subarray(offset, end)));
    offset = end;
  }
  if (offset !== bytes.length) throw new AppError('damaged', 'a pack is not as long as it says');
  return blocks;
}
