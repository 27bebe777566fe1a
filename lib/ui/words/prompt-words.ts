import type { Emotion } from '@/lib/domain/note';
import type { Phase } from '@/lib/domain/playbook';
import { inLanguage } from '@/lib/platform/language';
import { promptEs } from './es/prompt-words';

/** What stands around the prompts; what they say themselves is the playbook's. */
export const promptEn = {
  phase: 'Where the call stands',
  phases: { start: 'Start', during: 'During', wrap: 'Wrap' } satisfies Record<Phase, string>,
  source: 'Where this comes from',
  heard: 'You hear',
  emotions: {
    angry: 'Angry',
    anxious: 'Anxious',
    disappointed: 'Disappointed',
    confused: 'Confused',
    resigned: 'Resigned',
    calm: 'Calm',
  } satisfies Record<Emotion, string>,
} as const;

export const promptWords = inLanguage(promptEn, promptEs);
