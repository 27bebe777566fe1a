import type { NoteContent } from '@/lib/domain/note';
import type { Phase } from '@/lib/domain/playbook';

/**
 * Where the call stands, by what was tapped so far. Typing alone never moves it: prompts would jump under the rep's
 * hands.
 */
export function callPhase(content: NoteContent): Phase {
  if (content.outcome !== null) return 'wrap';
  const tagged = content.contactReason !== null || content.reasons.length > 0 || content.offers.length > 0;
  return tagged ? 'during' : 'start';
}
