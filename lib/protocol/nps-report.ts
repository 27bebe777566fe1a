import { z } from 'zod';
import { surveyKinds } from '@/lib/domain/response';

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
      promoters: z.int().nonnegative(),
      passives: z.int().nonnegative(),
      detractors: z.int().nonnegative(),
      n: z.int().nonnegative(),
      /** null where there are too few answers for a score */
      nps: points,
      /** ends of the adjusted-Wald 95 % interval */
      low: points,
      high: points,
    }),
  ),
});
export type NpsReport = z.infer<typeof npsReportSchema>;
