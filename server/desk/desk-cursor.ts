import { z } from 'zod';

/** Where a page ended: its last note's place in the list's order. */
const cursorSchema = z.tuple([z.int().min(0).max(1), z.iso.datetime({ offset: true }), z.uuid()]);
export type DeskCursor = { rank: number; arrivedAt: Date; noteId: string };

/** A cursor as text, for the client to hand back as it is. */
export function writeCursor({ rank, arrivedAt, noteId }: DeskCursor): string {
  return Buffer.from(JSON.stringify([rank, arrivedAt.toISOString(), noteId])).toString('base64url');
}

/** @returns null for what no page ended with */
export function readCursor(text: string): DeskCursor | null {
  try {
    const [rank, at, noteId] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { rank, arrivedAt: new Date(at), noteId };
  } catch {
    return null;
  }
}
