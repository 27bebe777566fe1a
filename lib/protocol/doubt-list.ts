import { z } from 'zod';
import { doubtSchema } from '@/lib/domain/doubt';

const instant = z.iso.datetime({ offset: true });

/** `GET /v1/doubts`: what reps say looks wrong, newest first, with whom to ask back. */
export const doubtListSchema = z.object({
  doubts: z
    .array(
      doubtSchema.extend({
        id: z.uuid(),
        /** of the customer now: another than the rep saw, where two were made one since */
        leadsTo: z.int().positive(),
        author: z.string(),
        at: instant,
        receivedAt: instant,
      }),
    )
    .max(200),
});
export type DoubtList = z.infer<typeof doubtListSchema>;
