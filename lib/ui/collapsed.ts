import type { BadgeLevel } from '@/lib/domain/badge-level';
import type { SidebarState } from './sidebar-store';

type Now = {
  /** tells one subject from the next; null for nobody */
  subject: string | null;
  level: BadgeLevel | null;
  /** a call is on: the rep works here */
  inCall: boolean;
  /** something asks for an answer (which customer is it?), or is to be said though no risk is known */
  asks: boolean;
  /** the rep wants it open in this CRM only when they ask, or a call is on */
  onlyAsked: boolean;
  /** a note was wrapped up a moment ago, and the rep hasn't put its undo away */
  canUndo: boolean;
};

/**
 * Quiet by default: open where there is a risk, a call or a question; else a tab. The rep's own choice holds for one
 * customer; one made before a note was wrapped up hides nothing of its undo.
 */
export function isCollapsed(now: Now, chosen: SidebarState['collapse']): boolean {
  if (now.canUndo) return false;
  if (chosen && chosen.subject === (now.subject ?? '')) return chosen.collapsed;
  if (now.inCall) return false;
  if (now.onlyAsked) return true;
  if (now.asks) return false;
  return now.level !== 'at-risk' && now.level !== 'watch';
}
