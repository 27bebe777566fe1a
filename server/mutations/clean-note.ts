import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import type { Note, NoteContent } from '@/lib/domain/note';
import { storable } from '@/server/storable';

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, mapTexts(v, change)])) as T;
}

function masked(content: NoteContent): NoteContent {
  const { promise } = content;
  return {
    ...content,
    summary: maskCardNumbers(content.summary),
    promise: promise && {
      ...promise,
      what: maskCardNumbers(promise.what),
      by: maskCardNumbers(promise.by),
    },
    offers: content.offers.map((offer) => ({
      ...offer,
      reference: maskCardNumbers(offer.reference),
      taskOwner: maskCardNumbers(offer.taskOwner),
    })),
  };
}

/**
 * A note as the store keeps it: characters that no database takes are left out, and payment card numbers are masked
 * once more, for a client that didn't.
 */
export function cleanNote(note: Note): Note {
  const clean = mapTexts(note, storable);
  return { ...clean, content: masked(clean.content) };
}

/** A line by itself, cleaned as a note is. */
export const cleanText = (text: string): string => maskCardNumbers(storable(text));

/** What an edit says, cleaned as a note is. */
export function cleanContent(content: NoteContent): NoteContent {
  return masked(mapTexts(content, storable));
}
