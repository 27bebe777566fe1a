import type { Phase } from '@/lib/domain/playbook';
import { inLanguage } from '@/lib/platform/language';
import { emotionEn } from './emotion-words';
import { promptEs } from './es/prompt-words';

/** What stands around the prompts; what they say themselves is the playbook's. */
export const promptEn = {
  phase: 'Where the call stands',
  phases: { start: 'Start', during: 'During', wrap: 'Wrap' } satisfies Record<Phase, string>,
  source: 'Where this comes from',
  heard: 'You hear',
  emotions: emotionEn,
} as const;

export const promptWords = inLanguage(promptEn, promptEs);
