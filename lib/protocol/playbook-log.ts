import { z } from 'zod';

export const loggedKinds = ['prompt', 'offer'] as const;

/** How often, on one day, something of a playbook was shown, and in how many calls it would have fitted. Nobody's: no rep, no customer. */
export const playbookCountSchema = z.object({
  day: z.iso.date(),
  playbookVersion: z.int().positive(),
  kind: z.enum(loggedKinds),
  /** a prompt's id, an action's code */
  id: z.string().min(1).max(100),
  shown: z.int().nonnegative().max(1_000_000),
  eligible: z.int().nonnegative().max(1_000_000),
});
export type PlaybookCount = z.infer<typeof playbookCountSchema>;

export const MOST_COUNTS = 2000;

/** One part of what a computer counted; sent again it counts once. The id is chance alone: it tells neither whose nor when. */
export const playbookBatchSchema = z.object({
  batchId: z.uuid(),
  counts: z.array(playbookCountSchema).max(MOST_COUNTS),
});
export type PlaybookBatch = z.infer<typeof playbookBatchSchema>;
