import type { Worded } from '@/lib/platform/language';
import type { emotionEn } from '../emotion-words';

export const emotionEs: Worded<typeof emotionEn> = {
  angry: 'Enfado',
  anxious: 'Inquietud',
  disappointed: 'Decepción',
  confused: 'Confusión',
  resigned: 'Resignación',
  calm: 'Calma',
};
