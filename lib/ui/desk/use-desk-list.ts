import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskState, DeskWhy } from '@/lib/domain/desk';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { SECOND } from '@/lib/platform/clock';
import type { DeskItem } from '@/lib/protocol/desk';
import { useHost } from '@/lib/ui/host';

export type DeskFilters = { state: DeskState; why: DeskWhy | null; authorId: string | null; text: string };
const AT_FIRST: DeskFilters = { state: 'waiting', why: null, authorId: null, text: '' };

const LOOK_EVERY = 15 * SECOND;

/** What the desk holds by these filters, a page at a time, looked at again by itself. @param reader who is signed in */
export function useDeskList(reader: string) {
  const host = useHost();
  const [filters, setFilters] = useState(AT_FIRST);
  const { state, why, authorId, text } = filters;
  const asked = { state, ...(why && { why }), ...(authorId && { authorId }), ...(text && { text }) };
  const query = useInfiniteQuery({
    // What one saw is never the next one's.
    queryKey: ['desk', reader, filters],
    retry: false,
    // While somebody types, each letter asks anew: what was there stays until the answer is.
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_EVERY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }): Promise<RpcOutput<'desk.list'>> =>
      host.call('desk.list', { ...asked, ...(pageParam !== null && { after: pageParam }) }),
    getNextPageParam: (last) => last.next,
  });
  const pages = query.data?.pages;
  return {
    ...{ query, filters },
    notes: pages?.flatMap((page) => page.notes) ?? [],
    counts: pages?.[0]?.counts ?? null,
    /** for whom it was read; empty before anything was */
    userId: pages?.[0]?.userId ?? '',
    isFiltered: why !== null || authorId !== null || text !== '',
    setFilters: (part: Partial<DeskFilters>) => setFilters((before) => ({ ...before, ...part })),
    clear: () => setFilters({ ...AT_FIRST, state }),
  };
}

export type DeskListModel = ReturnType<typeof useDeskList>;

/** Whom a note is about, in few words. */
export const nameIn = (
  { customerName, cardNumber }: Pick<DeskItem, 'customerName' | 'cardNumber'>,
  unnamed: string,
): string => customerName || (cardNumber === null ? unnamed : `#${cardNumber}`);
