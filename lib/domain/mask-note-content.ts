import { type MaskOptions, maskCardNumbers } from './mask-card-numbers';
import type { NoteContent } from './note';

/** A note with payment card numbers masked in everything that was typed freely. */
export function maskNoteContent(content: NoteContent, options: MaskOptions = {}): NoteContent {
  const mask = (text: string) => maskCardNumbers(text, options);
  const { summary, promise, offers } = content;
  return {
    ...content,
    summary: mask(summary),
    promise: promise && { ...promise, what: mask(promise.what), by: mask(promise.by) },
    offers: offers.map((o) => ({ ...o, reference: mask(o.reference), taskOwner: mask(o.taskOwner) })),
  };
}
