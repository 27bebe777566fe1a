export type Band = 'promoter' | 'passive' | 'detractor';

/** What one answer counts as in an NPS. @throws RangeError for anything but a whole number from 0 to 10 */
export function bandOf(score: number): Band {
  if (!Number.isInteger(score) || score < 0 || score > 10) throw new RangeError(`not a score: ${score}`);
  if (score >= 9) return 'promoter';
  return score >= 7 ? 'passive' : 'detractor';
}
