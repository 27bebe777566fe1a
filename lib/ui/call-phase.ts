import type { NoteContent } from '@/lib/domain/note';
import { type Phase, phases } from '@/lib/domain/playbook';

/**
 * Where the call stands, by what was tapped so far. Typing alone never moves it: prompts would jump under the rep's
 * hands.
 */
export function callPhase(content: NoteContent): Phase {
  if (content.outcome !== null) return 'wrap';
  const { contactReason, rootReason, severity, lossOf, emotion, complaint, dispute, supportNeeded } = content;
  const one = [contactReason, rootReason, severity, lossOf, emotion].some((tap) => tap !== null);
  const tapped = one || complaint || dispute || supportNeeded;
  return tapped || content.reasons.length > 0 || content.offers.length > 0 ? 'during' : 'start';
}

/** The phase that the rep stepped to, and where the call stood by its taps when they did. */
export type PhaseByHand = { phase: Phase; from: Phase };

/**
 * The rep's step holds until something is tapped that moves the call; that moves it on from where they stepped, never
 * back.
 */
export function phaseNow(tapped: Phase, byHand: PhaseByHand | null): Phase {
  if (!byHand) return tapped;
  if (byHand.from === tapped) return byHand.phase;
  return phases.indexOf(tapped) > phases.indexOf(byHand.phase) ? tapped : byHand.phase;
}
