import type { ShownHandover } from '@/lib/messaging/handover-methods';
import { useHandovers } from '@/lib/ui/handover-queries';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';
import { callOnScreen } from './call-on-screen';

/** What is handed over of whom the sidebar is about. The very draft on screen is no news beside itself. */
export function useWaitingHandovers({ subject, state, view }: SidebarModel): ShownHandover[] {
  const noteId = state.draft?.noteId ?? null;
  const about = subject && !subject.editing ? { id: subject.id, noteId } : null;
  const caller = subject?.content.caller ?? 'unverified';
  const { data } = useHandovers(about, { user: userId(view), caller });
  return about ? (data?.handovers.filter((one) => one.handoverId !== noteId) ?? []) : [];
}

/** A colleague hands the call over, or its half-written note; or has, and the rep goes on with it. */
export function useHandedOver(model: SidebarModel): boolean {
  const waiting = useWaitingHandovers(model);
  return Boolean(callOnScreen(model)?.begunBy) || waiting.some(({ mine }) => !mine);
}
