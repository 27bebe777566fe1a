import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { useView } from './queries';
import type { SidebarStore } from './sidebar-store';
import { userId } from './user-id';

/**
 * The view, as long as it is of whom this sidebar began with; nothing else of theirs is shown beside the next one's.
 * @param onNextUser told before anything is painted: somebody signed in or out, and it is to begin anew
 */
export function useOwnView(store: SidebarStore, onNextUser: () => void) {
  const query = useView();
  const began = useStore(store, (state) => state.userId);
  const here = query.data && userId(query.data.view);
  const isNext = began !== null && here !== undefined && here !== began;
  useLayoutEffect(() => {
    if (isNext) onNextUser();
    else if (here !== undefined) store.setState({ userId: here });
  }, [store, here, isNext, onNextUser]);
  const { data, error, refetch } = query;
  return { data: isNext ? undefined : data, error, refetch };
}
