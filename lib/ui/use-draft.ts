import { useEffect, useLayoutEffect, useMemo } from 'react';
import type { CallSlot } from '@/lib/messaging/sidebar-view';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper';
import { tabOf, useHost } from './host';
import { useRefresh } from './queries';
import type { SidebarStore } from './sidebar-store';

/** Whenever the page might go away without another word, what is typed goes out at once. */
function flushBeforeLeaving(flush: () => void, signal: AbortSignal): void {
  const whenHidden = () => document.visibilityState === 'hidden' && flush();
  window.addEventListener('pagehide', flush, { signal });
  window.addEventListener('blur', flush, { signal });
  document.addEventListener('visibilitychange', whenHidden, { signal });
}

/**
 * The draft of this sidebar, kept in step with the background.
 * @param call what the view has; `undefined` while there is no view yet
 */
export function useDraft(store: SidebarStore, call: CallSlot | null | undefined): DraftKeeper {
  const host = useHost();
  const refresh = useRefresh();
  const keeper = useMemo(
    () =>
      createDraftKeeper({
        store,
        refresh,
        newId: host.newId,
        write: (snapshot) =>
          host.call('draft.write', {
            ...tabOf(host),
            ...snapshot,
            userId: store.getState().userId ?? '',
          }),
      }),
    [host, store, refresh],
  );

  // Before the paint: a call that is there is never shown as if it weren't.
  useLayoutEffect(() => {
    if (call !== undefined) keeper.adopt(call);
  }, [keeper, call]);

  useEffect(() => {
    const abort = new AbortController();
    flushBeforeLeaving(keeper.flush, abort.signal);
    return () => {
      abort.abort();
      keeper.flush();
    };
  }, [keeper]);

  return keeper;
}
