import { createHmac } from 'node:crypto';

/** How much of the digest is read: a double holds 53 bits. */
const BYTES = 6;

/**
 * What chance says of a note: a number from 0 up to 1, always the same for one seed and one note. Whoever has the seed
 * can repeat every draw; nobody without it can find an id that is never drawn.
 */
export function drawFor(seed: string, noteId: string): number {
  const digest = createHmac('sha256', seed).update(noteId.toLowerCase()).digest();
  return digest.readUIntBE(0, BYTES) / 2 ** (8 * BYTES);
}
