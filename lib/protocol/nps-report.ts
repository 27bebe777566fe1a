import { z } from 'zod';
import { surveyKinds } from '@/lib/domain/response';

/** null where the row is suppressed */
const count = z.int().nonnegative().nullable();
const points = z.number().min(-100).max(100).nullable();

/**
 * `GET /v1/reports/nps`. One row per kind of survey and group; kinds are never pooled. A group is all answers pooled,
 * the latest answer of each customer, or the answers about one journey stage.
 */
export const npsReportSchema = z.object({
  rows: z.array(
    z.object({
      kind: z.enum(surveyKinds),
      group: z.enum(['all-answers', 'latest-per-customer', 'about']),
      /** the journey stage, for the group `about` */
      about: z.string().nullable(),
      /** `suppressed`: its numbers would give away what a few said in confidence */
      state: z.enum(['shown', 'suppressed']),
      promoters: count,
      passives: count,
      detractors: count,
      n: count,
      /** null where there are too few answers for a score, or the row is suppressed */
      nps: points,
      /** ends of the adjusted-Wald 95 % interval */
      low: points,
      high: points,
    }),
  ),
});
export type NpsReport = z.infer<typeof npsReportSchema>;
