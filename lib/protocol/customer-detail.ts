import { z } from 'zod';
import { directions, noteContentSchema } from '@/lib/domain/note';
import { scoreSchema, surveyKinds, surveyModes } from '@/lib/domain/response';

/** A store tells of no more notes than that. */
export const mostNotes = 20;

const instant = z.iso.datetime({ offset: true });

/** `GET /v1/customers/{number}/detail`: the words behind the card. */
export const customerDetailSchema = z.object({
  number: z.int().positive(),
  responses: z
    .array(
      z.object({
        score: scoreSchema.nullable(),
        at: instant,
        verbatim: z.string(),
        kind: z.enum(surveyKinds),
        mode: z.enum(surveyModes),
        about: z.string().nullable(),
        /** which contact of the account gave it, as a lookup key in hexadecimal; nobody knows where it isn't there */
        respondent: z.string().optional(),
        /** said on the rep's computer: another than who is on the page gave it, and its words were taken out */
        byAnother: z.boolean().optional(),
      }),
    )
    .max(20),
  /** the newest, `mostNotes` at most */
  notes: z
    .array(
      z.object({
        noteId: z.uuid(),
        /** who rang whom; a store older than that doesn't say, and had no calls of its own */
        direction: z.enum(directions).optional(),
        author: z.string(),
        /** who imported it from a file that says it is the author's; a store older than that says nothing */
        importedBy: z.string().nullable().default(null),
        at: instant,
        content: noteContentSchema,
        generated: z.boolean(),
        /** rises with every edit; an edit says which one it was made on. A store that knows no edits doesn't say */
        version: z.int().min(1).default(1),
        /** when it was edited last; null where it stands as it was saved */
        editedAt: instant.nullable().default(null),
        /** the reader wrote it, and may edit it */
        own: z.boolean().default(false),
        /** who handed it over half-written, by name; null where its author began it */
        begunBy: z.string().nullable().default(null),
        /** who said yes to its offers, by the offers' ids; a store older than that says nothing */
        approvedBy: z.record(z.string(), z.string()).default({}),
        /** numbers of those whom it was about before a person moved it, in order */
        movedFrom: z.array(z.int().positive()).max(20).default([]),
        /** what those are called, one for each, empty where one has no name; to the note's author alone, who knew them */
        movedFromNames: z.array(z.string()).max(20).default([]),
        /** what a supervisor asks about the reader's own note, until they have edited it; nobody else is told */
        question: z.object({ text: z.string(), by: z.string() }).optional(),
      }),
    )
    .max(20),
  promises: z
    .array(
      z.object({
        what: z.string(),
        dueOn: z.iso.date(),
        by: z.string(),
        state: z.enum(['due', 'kept', 'broken']),
      }),
    )
    .max(20),
  /** the most urgent of the open cases; a store older than that says nothing */
  openCase: z.object({ openedAt: instant, dueAt: instant }).nullable().default(null),
  /** the complaint that is open, from the contact that opened it; a store older than that says nothing */
  complaint: z
    .object({
      openedAt: instant,
      /** whose rules that note names; null for the organisation's own */
      jurisdiction: z.string().nullable().default(null),
      /** what must have happened by when: a moment, or the end of a day. Empty where nobody has worked it out */
      steps: z
        .array(z.object({ name: z.string(), dueAt: z.union([z.iso.date(), instant]) }))
        .max(10)
        .default([]),
    })
    .nullable()
    .default(null),
});
export type CustomerDetail = z.infer<typeof customerDetailSchema>;
