import type { Emotion } from '@/lib/domain/note';

/** What a rep heard: the same word wherever it is tapped or read. */
export const emotionEn = {
  angry: 'Angry',
  anxious: 'Anxious',
  disappointed: 'Disappointed',
  confused: 'Confused',
  resigned: 'Resigned',
  calm: 'Calm',
} as const satisfies Record<Emotion, string>;
