import { z } from 'zod';
import { noteSchema } from '@/lib/domain/note';

/** One thing the client did. Sent any number of times, it has one effect. */
export const mutationSchema = z.discriminatedUnion('name', [
  z.object({
    id: z.uuid(),
    clientId: z.uuid(),
    userId: z.string(),
    name: z.literal('saveNote'),
    args: noteSchema,
    at: z.iso.datetime({ offset: true }),
  }),
]);
export type Mutation = z.infer<typeof mutationSchema>;

export const rejectionCodes = [
  'bad-input',
  'not-allowed', // the author is not who is signed in
  'customer-not-found',
  'customer-ambiguous', // the identifiers lead to more than one customer
  'note-conflict', // this note id is there already, with other words or of another author
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

export const mutationResultSchema = z.discriminatedUnion('status', [
  z.object({ id: z.string(), status: z.literal('applied') }),
  z.object({ id: z.string(), status: z.literal('duplicate') }),
  z.object({
    id: z.string(),
    status: z.literal('rejected'),
    code: z.enum(rejectionCodes),
    message: z.string(),
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
export const pushResponseSchema = z.object({ results: z.array(mutationResultSchema) });
