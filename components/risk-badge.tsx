import type { BadgeLevel } from '@/lib/domain/badge-level';
import { words } from '@/lib/ui/words/words';
import { RiskShape } from './risk-shape';
import './risk-badge.css';

/** Word, shape and colour together, the same size for every level. */
export function RiskBadge({ level }: { level: BadgeLevel }) {
  return (
    <span className="risk-badge" data-level={level}>
      <RiskShape level={level} />
      <span className="sensitive-word">{words.level[level]}</span>
    </span>
  );
}
