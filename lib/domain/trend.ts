import { type Band, bandOf } from './band';
import type { SurveyMode } from './response';

export type Trend = 'up' | 'down' | 'same' | 'not enough';

const rank: Record<Band, number> = { detractor: 0, passive: 1, promoter: 2 };

/**
 * Where one customer's score is going: the latest answer against the one before. It goes up or down only when the band
 * changed. A step within a band (9 to 10, 5 to 3) is as likely mood as news, and a fall is called a fall only when it
 * is one. Answers that a rep took down are left out: people are kinder to a voice.
 * @param answers newest first
 */
export function trendOf(answers: readonly { value: number; mode?: SurveyMode }[]): Trend {
  const [latest, before] = answers.filter((a) => a.mode !== 'rep-collected');
  if (!latest || !before) return 'not enough';
  const step = rank[bandOf(latest.value)] - rank[bandOf(before.value)];
  if (step === 0) return 'same';
  return step > 0 ? 'up' : 'down';
}
