import { z } from 'zod';
import { mutationSchema, rejectionCodes } from './mutation';

/** Bytes, as the store takes at most in one request. */
export const LARGEST_NOTES_FILE = 5 * 1024 * 1024;
export const MOST_NOTES_IN_FILE = 1000;

const instant = z.iso.datetime({ offset: true });

/** One unsent note with all that its own computer would send; `mutation` is null where it couldn't be read any more. */
export const exportedNoteSchema = z.object({
  /** the customer's, as the page spelled it */
  name: z.string(),
  at: instant,
  state: z.enum(['waiting', 'needs-attention', 'dropped']),
  /** why the store refused it */
  code: z.string().nullable(),
  mutation: mutationSchema.nullable(),
});
export type ExportedNote = z.infer<typeof exportedNoteSchema>;

/**
 * The file that a rep saves and a supervisor imports: `POST /v1/imported-notes`. Loose inside on purpose: each note is
 * parsed by itself, so that one that doesn't parse never keeps the others out.
 */
export const unsentNotesFileSchema = z.object({
  heed: z.literal('unsent-notes'),
  exportedAt: instant,
  /** as the file claims: whoever holds it could have changed it */
  author: z.object({
    id: z.string().min(1).max(100),
    name: z
      .string()
      .max(300)
      // Nothing that is not seen: two names that look alike must be alike.
      .regex(/^[^\p{Cc}\p{Cs}\p{Cf}]*$/u),
  }),
  notes: z.array(z.unknown()).min(1).max(MOST_NOTES_IN_FILE),
});
export type UnsentNotesFile = z.infer<typeof unsentNotesFileSchema>;

/** Words of its own where the note can't be read at all, or is no new note. */
export const refusalCodes = [...rejectionCodes, 'unreadable', 'not-a-note'] as const;

const place = { /** in the file, from 1 */ position: z.int().positive() };
export const importResultSchema = z.discriminatedUnion('status', [
  z.object({ ...place, status: z.literal('stored') }),
  /** from an earlier import, or sent by its own computer */
  z.object({ ...place, status: z.literal('there-already') }),
  z.object({
    ...place,
    status: z.literal('refused'),
    code: z.enum(refusalCodes),
    /** names the input and the remedy, holds no customer's data */
    message: z.string(),
  }),
  /** could not be stored now: import the file again, which stores nothing twice */
  z.object({ ...place, status: z.literal('failed') }),
]);
export type ImportResult = z.infer<typeof importResultSchema>;

/** The answer: a result for each note of the file. */
export const importedNotesSchema = z.object({
  /** as whose the notes are stored: a user here, or a name with the words that only the file says so */
  author: z.string().optional(),
  results: z.array(importResultSchema),
});
export type NotesImported = z.infer<typeof importedNotesSchema>;
