import { createHash } from 'node:crypto';
import type { Note } from '@/lib/domain/note';

/** The same for the same words about the same customer. @param note as its schema and `cleanNote` give it */
export function noteDigest(note: Note): string {
  return createHash('sha256').update(JSON.stringify(note)).digest('hex');
}
