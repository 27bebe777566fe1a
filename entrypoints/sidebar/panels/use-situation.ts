import type { Situation } from '@/lib/domain/choose-prompts';
import type { Phase } from '@/lib/domain/playbook';
import { brokenPromise } from '@/lib/domain/promised-anew';
import { callPhase, phaseNow } from '@/lib/ui/call-phase';
import { aboutOf } from '@/lib/ui/prompt-keeper';
import { useDetail } from '@/lib/ui/queries';
import type { Subject } from '@/lib/ui/subject';
import type { SidebarModel } from '@/lib/ui/use-sidebar';
import { userId } from '@/lib/ui/user-id';
import { callOnScreen } from './call-on-screen';
import { useHandedOver } from './handed-over';

/** Where the call stands: by its taps, or where the rep stepped to. */
function phaseOf({ state }: SidebarModel, subject: Subject): Phase {
  const byHand = state.prompts?.about === aboutOf(subject) ? state.prompts.byHand : null;
  return phaseNow(callPhase(subject.content), byHand);
}

/** Somebody has been spoken with before in this call. Typing alone is no sign of it: prompts would jump under the rep’s hands. */
function isUnderWay(model: SidebarModel, subject: Subject): boolean {
  const { prompts } = model.state;
  const call = callOnScreen(model);
  if (call?.movedFrom) return true;
  if (prompts?.about !== aboutOf(subject)) return false;
  // The first words of a note that was handed over are the colleague’s.
  return (
    (prompts.hadWords && !call?.begunBy) || (prompts.memory?.call.some(({ verified }) => verified) ?? false)
  );
}

/** What the store told of this customer; until it has, it is taken to be on its way where the store can be reached. */
function useTold({ disclosed, view }: SidebarModel, { card }: Subject) {
  const { data, error } = useDetail(disclosed ? (card?.number ?? null) : null, userId(view));
  const detail = data?.state === 'ready' ? data.detail : null;
  const isComing = !data && !error && (view?.sync.online ?? false);
  const broken = detail && brokenPromise(detail.promises);
  return { notesHere: detail !== null || isComing, promisedAnew: Boolean(broken?.newDue) };
}

/** What prompts and offers are chosen by: what was tapped and what the card says, never what is being typed. */
export function useSituation(model: SidebarModel, subject: Subject): Situation {
  const { card, content, dismissed, direction } = subject;
  const { caller, contactReason, rootReason, emotion, complaint, dispute, supportNeeded, offers } = content;
  const reasons = rootReason === null ? content.reasons : [...content.reasons, rootReason];
  const said = { caller, contactReason, reasons, emotion, complaint, dispute, supportNeeded, offers };
  const phase = phaseOf(model, subject);
  const told = useTold(model, subject);
  const handedOver = useHandedOver(model);
  const underWay = isUnderWay(model, subject);
  const level = model.level ?? 'unknown';
  return { level, phase, direction, card, dismissed, handedOver, underWay, ...told, ...said };
}
