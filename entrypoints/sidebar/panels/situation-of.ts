import type { Situation } from '@/lib/domain/choose-prompts';
import { callPhase } from '@/lib/ui/call-phase';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';

/** What prompts and offers are chosen by. */
export function situationOf({ level }: SidebarModel, { card, content, dismissed }: Subject): Situation {
  const { caller, reasons, complaint, offers } = content;
  const said = { caller, reasons, complaint, offers };
  return { level: level ?? 'unknown', phase: callPhase(content), card, dismissed, ...said };
}
