import { z } from 'zod';

/** One entry of the organisation's reason list. */
export const reasonSchema = z.object({
  code: z.string().min(1).max(60),
  category: z.string().min(1).max(60),
  label: z.string().min(1).max(120),
  /** also offered as "called about" (contact reason) */
  contactReason: z.boolean(),
});
export type Reason = z.infer<typeof reasonSchema>;
