import type { Blank } from '@/lib/domain/fill-example';
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
  /** a gap in an example, as it is seen and as it is read out */
  gap: (what: string) => `…${what}…`,
  blank: (what: string) => `blank: ${what}`,
  blanks: {
    rep: 'your name',
    company: 'the company',
    customer: 'the customer’s name',
    promise: 'what you will do',
    due: 'the day',
    broken: 'what was promised',
    brokenDue: 'the day',
    newDue: 'the new day',
    day: 'the day',
    time: 'the time',
    minutes: 'how long',
    sum: 'the sum',
    matter: 'what',
    reason: 'why',
    person: 'who',
    place: 'where',
    way: 'one way',
    otherWay: 'another way',
    words: 'their words',
    unknown: 'fill in',
  } satisfies Record<Blank, string>,
} as const;

export const promptWords = inLanguage(promptEn, promptEs);
