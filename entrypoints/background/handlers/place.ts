import type { Caller } from '@/lib/messaging/sender';
import { writerName } from '@/lib/messaging/view-ports';
import type { Place } from '@/lib/sync/notes/begin-note';

type Sidebar = Extract<Caller, { class: 'frame' | 'panel' | 'popup' }>;
type Input = { tabId?: number | undefined };

/**
 * A frame stands in the tab that the browser says. The panel says itself beside which it stands; no browser names its
 * document, so that the tab also tells one window's panel from another's. The popup stands beside none.
 */
export function place(caller: Sidebar, input: Input): Place {
  if (caller.class === 'frame') return { tabId: caller.tabId, writer: writerName(caller) };
  return { tabId: input.tabId, writer: `${writerName(caller)} ${input.tabId ?? ''}` };
}
