import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskState, DeskWhy } from '@/lib/domain/desk';
import { SECOND } from '@/lib/platform/clock';
import type { DeskItem, DeskList } from '@/lib/protocol/desk';
import { useHost } from '@/lib/ui/host';

export type DeskFilters = { state: DeskState; why: DeskWhy | null; authorId: string | null; text: string };
const AT_FIRST: DeskFilters = { state: 'waiting', why: null, authorId: null, text: '' };

const LOOK_EVERY = 15 * SECOND;

/** What the desk holds by these filters, a page at a time, looked at again by itself. */
export function useDeskList(userId: string, enabled: boolean) {
  const host = useHost();
  const [filters, setFilters] = useState(AT_FIRST);
  const { state, why, authorId, text } = filters;
  const asked = { userId, state, ...(why && { why }), ...(authorId && { authorId }), ...(text && { text }) };
  const query = useInfiniteQuery({
    // What one saw is never the next one's.
    queryKey: ['desk', userId, filters],
    enabled,
    retry: false,
    refetchInterval: LOOK_EVERY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }): Promise<DeskList> =>
      host.call('desk.list', { ...asked, ...(pageParam !== null && { after: pageParam }) }),
    getNextPageParam: (last) => last.next,
  });
  const pages = query.data?.pages;
  return {
    ...{ query, filters },
    notes: pages?.flatMap((page) => page.notes) ?? [],
    counts: pages?.[0]?.counts ?? null,
    isFiltered: why !== null || authorId !== null || text !== '',
    setFilters: (part: Partial<DeskFilters>) => setFilters((before) => ({ ...before, ...part })),
    clear: () => setFilters({ ...AT_FIRST, state }),
  };
}

export type DeskListModel = ReturnType<typeof useDeskList>;

/** Whom a note is about, in few words. */
export const nameIn = ({ customerName, cardNumber }: DeskItem, unnamed: string): string =>
  customerName || (cardNumber === null ? unnamed : `#${cardNumber}`);
