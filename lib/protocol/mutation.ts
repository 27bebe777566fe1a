import { z } from 'zod';
import { doubtSchema } from '@/lib/domain/doubt';
import { noteContentSchema, noteSchema } from '@/lib/domain/note';
import { givenNoteSchema } from './handover';

const instant = z.iso.datetime({ offset: true });
const common = { id: z.uuid(), clientId: z.uuid(), userId: z.string(), at: instant };

/** What a note says once it was edited, and the version that its author had before them. A saved note is version 1. */
export const noteEditSchema = z.object({
  noteId: z.uuid(),
  base: z.int().min(1),
  content: noteContentSchema,
});

/** One thing the client did. Sent any number of times, it has one effect. */
export const mutationSchema = z.discriminatedUnion('name', [
  z.object({ ...common, name: z.literal('saveNote'), args: noteSchema }),
  z.object({ ...common, name: z.literal('editNote'), args: noteEditSchema }),
  z.object({ ...common, name: z.literal('handOver'), args: givenNoteSchema }),
  z.object({ ...common, name: z.literal('reportDoubt'), args: doubtSchema }),
]);
export type Mutation = z.infer<typeof mutationSchema>;
export type SaveNote = Extract<Mutation, { name: 'saveNote' }>;
export type EditNote = Extract<Mutation, { name: 'editNote' }>;
export type HandOver = Extract<Mutation, { name: 'handOver' }>;
export type ReportDoubt = Extract<Mutation, { name: 'reportDoubt' }>;
/** What writes a note; the others stand each for itself. */
export type NoteMutation = SaveNote | EditNote;

/** Why the store won't have a mutation: sent again, it gets the same answer. */
export const rejectionCodes = [
  'bad-input',
  'not-allowed', // the author is not who is signed in, or nobody by their role
  'customer-not-found',
  'customer-ambiguous', // the identifiers lead to several customers, to another than the card, or only a phone leads to one
  'colleague-not-found', // nobody works here any more by whom a note was to be taken
  'too-many-newcomers', // strangers, each of whom would become a customer, came from one author all day
  'too-many-doubts', // one rep said of more than a hundred customers in a day that something looks wrong
  'note-not-found', // an edit of a note that the store doesn't have
  'note-conflict', // this note is there already, with other words, of another author, or edited since
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** A note as the store has it now: what its author's other words are shown beside. */
export const storedNoteSchema = z.object({
  version: z.int().min(1),
  content: noteContentSchema,
  /** who wrote this version, by name, and when */
  by: z.string(),
  at: instant,
});
export type StoredNote = z.infer<typeof storedNoteSchema>;

/** What became of a mutation; `duplicate`: it was applied before. */
export const mutationResultSchema = z.discriminatedUnion('status', [
  z.object({ id: z.string(), status: z.literal('applied') }),
  z.object({ id: z.string(), status: z.literal('duplicate') }),
  z.object({
    id: z.string(),
    status: z.literal('rejected'),
    code: z.enum(rejectionCodes),
    message: z.string(),
    /** with `note-conflict`, where the note that the store has is the same author's */
    theirs: storedNoteSchema.optional(),
  }),
]);
export type MutationResult = z.infer<typeof mutationResultSchema>;

/**
 * `POST /v1/mutations`. The outer shape is loose on purpose: each mutation is parsed by itself, so that one that
 * doesn't parse is rejected alone and never holds up the others.
 */
export const pushRequestSchema = z.object({
  mutations: z
    .array(z.looseObject({ id: z.string().max(100) }))
    .min(1)
    .max(100),
});
/** A result for each mutation of the request. */
export const pushResponseSchema = z.object({ results: z.array(mutationResultSchema) });
