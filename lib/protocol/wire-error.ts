import { z } from 'zod';

/** The body of every answer that isn't 2xx. */
export const wireErrorSchema = z.object({
  error: z.object({
    code: z.enum([
      'bad-input',
      'signed-out',
      'not-allowed',
      'not-found',
      'gone', // a page no longer kept, or of another book: take the manifest anew
      'not-ready', // no whole book can be had yet: ask again
      'too-large',
      'too-many-requests',
      'outdated',
      'internal',
    ]),
    /** for the person who reads the log: names the input and the remedy, holds no customer's data */
    message: z.string(),
  }),
});
export type WireError = z.infer<typeof wireErrorSchema>;
