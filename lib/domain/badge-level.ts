import type { RiskLevel } from './card';

/** What the badge says. Levels fold into the four words a rep sees. */
export type BadgeLevel = 'at-risk' | 'watch' | 'ok' | 'unknown';

export function badgeLevel(level: RiskLevel): BadgeLevel {
  if (level === 'critical' || level === 'high') return 'at-risk';
  if (level === 'elevated') return 'watch';
  return level === 'low' ? 'ok' : 'unknown';
}
