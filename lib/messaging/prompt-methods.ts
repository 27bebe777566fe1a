import { z } from 'zod';
import { phases } from '@/lib/domain/playbook';
import { promptMemorySchema } from '@/lib/domain/rotate-prompts';
import { sidebar } from './callers';
import { method, ok } from './rpc-method';

const ids = z.array(z.string().max(100)).max(500);
const seen = z.object({ shown: ids, eligible: ids });

/** The phase that the rep stepped to by hand, and where the taps had the call then. */
const phaseByHand = z.object({ phase: z.enum(phases), from: z.enum(phases) });

export const callPromptsSchema = z.object({
  /** whom the prompts are about: a card, or else what the page or the note is known by */
  about: z.string().max(8100),
  /** null before a call has begun */
  noteId: z.uuid().nullable(),
  memory: promptMemorySchema,
  byHand: phaseByHand.nullable(),
  dismissed: z.array(z.string().max(100)).max(100),
});
export type CallPrompts = z.infer<typeof callPromptsSchema>;

export const whatWasSeenSchema = z.object({
  playbookVersion: z.int().positive(),
  prompts: seen,
  offers: seen,
});
export type WhatWasSeen = z.infer<typeof whatWasSeenSchema>;

/** What was shown in this call and before, so that prompts neither jump when a page loads anew nor say the same each time. */
export const promptMethods = {
  'prompts.recall': method({
    from: sidebar,
    input: callPromptsSchema.pick({ about: true, noteId: true }),
    output: callPromptsSchema.pick({ memory: true, byHand: true }),
  }),
  /** remembers it until the browser is closed; and counts, without saying whose, what was shown and what would have fitted */
  'prompts.shown': method({
    from: sidebar,
    input: callPromptsSchema.extend({ seen: whatWasSeenSchema }),
    output: ok,
  }),
} as const;
