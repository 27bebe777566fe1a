import { z } from 'zod';
import { sidebar, tab } from './callers';
import { method } from './rpc-method';

const note = { ...tab, noteId: z.uuid() };

/** A note as a text for the CRM's own field, which its adapter names. Nothing in it is sent off by Heed. */
export const crmNoteMethods = {
  /** null: the page shows another customer than the note's, or has no such field */
  'crmNote.look': method({
    from: sidebar,
    input: z.object(note),
    output: z.object({ field: z.object({ label: z.string().max(80), hasText: z.boolean() }).nullable() }),
  }),
  /** the page is asked again who is open, in the moment in which the text is put there */
  'crmNote.fill': method({
    from: sidebar,
    input: z.object({ ...note, text: z.string().min(1).max(25_000) }),
    output: z.object({ filled: z.boolean() }),
  }),
  /** false: somebody has changed the field since, or it is gone */
  'crmNote.undo': method({
    from: sidebar,
    input: z.object(note),
    output: z.object({ undone: z.boolean() }),
  }),
} as const;
