import { z } from 'zod';
import { outreachOutcomes } from '@/lib/domain/outreach';
import { scoreSchema } from '@/lib/domain/response';

const instant = z.iso.datetime({ offset: true });

/** Which entry of the list; the customer's number leads to the place where it lies. */
export const outreachRefSchema = z.object({ number: z.int().positive(), outreachId: z.uuid() });
export type OutreachRef = z.infer<typeof outreachRefSchema>;

/** Somebody to call, in the hands of one rep. Never written to a rep's disk. */
export const outreachEntrySchema = outreachRefSchema.extend({
  name: z.string(),
  /** as they were spelled where they came from, and as a phone dials them */
  phones: z.array(z.object({ shown: z.string(), value: z.string() })).min(1),
  /** why they are called: what they answered */
  why: z.object({ score: scoreSchema, at: instant, about: z.string().nullable() }).nullable(),
  /** calls made before, unanswered or with the wish to be called back */
  attempts: z.int().nonnegative(),
  /** they asked to be called back about now */
  wished: z.boolean(),
  /** nobody else is offered them before */
  claimedUntil: instant,
  /** nobody may call them after, today */
  callUntil: instant,
});
export type OutreachEntry = z.infer<typeof outreachEntrySchema>;

/** `POST /v1/outreach/next` */
export const outreachNextSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('one'), entry: outreachEntrySchema }),
  z.object({
    state: z.literal('none'),
    /**
     * `hours`: somebody waits for the hours to begin; `later`: for a day or an hour of theirs; `empty`: nobody waits;
     * `pace`: this rep was offered as many as anybody can call in an hour
     */
    why: z.enum(['hours', 'later', 'empty', 'pace']),
    at: instant.nullable(),
  }),
]);
export type OutreachNext = z.infer<typeof outreachNextSchema>;

/** `POST /v1/outreach/calling`: they are about to be dialled. Every rule is asked once more. */
export const outreachCallingSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('call'), claimedUntil: instant }),
  /** not any more: a rule came between, or somebody else has them */
  z.object({ state: z.literal('not-now') }),
]);
export type OutreachCalling = z.infer<typeof outreachCallingSchema>;

/** `POST /v1/outreach/result` */
export const outreachResultSchema = outreachRefSchema.extend({
  /** made by the client: told twice, it counts once */
  resultId: z.uuid(),
  outcome: z.enum(outreachOutcomes),
  /** when they asked to be called back; only with that outcome */
  callBackAt: instant.nullable(),
});
export type OutreachResult = z.infer<typeof outreachResultSchema>;

export const outreachResultAnswerSchema = z.object({
  state: z.enum(['waiting', 'reached', 'refused', 'not-reached']),
  /** when they are called next; null where that is over */
  nextAt: instant.nullable(),
});
export type OutreachResultAnswer = z.infer<typeof outreachResultAnswerSchema>;
