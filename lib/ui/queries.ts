import { type QueryClient, type QueryFilters, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { WhatChanged } from '@/lib/messaging/envelope';
import { type Language, language } from '@/lib/platform/language';
import { tabOf, useHost } from './host';
import { speak } from './look';

/** The sidebar's view, with the moment it came (real time): `now` in it runs on from there. */
export function useView() {
  const host = useHost();
  return useQuery({
    queryKey: ['view', host.tabId ?? 'here'],
    queryFn: async () => ({ view: await host.call('sidebar.view', tabOf(host)), at: host.now().getTime() }),
  });
}

/** A question that waits for its very first answer is not asked anew by invalidating it: it is, as soon as that is here. */
function askAgainAfterFirstAnswer(client: QueryClient, which: QueryFilters): void {
  const waiting = client.getQueryCache().findAll({ ...which, fetchStatus: 'fetching' });
  for (const { state, promise, queryKey } of waiting) {
    const again = () => client.invalidateQueries({ queryKey });
    if (state.data === undefined) promise?.then(again).catch(() => undefined); // a failure is shown where it is used
  }
}

/** What is read again: while notes leave by the thousand, neither their list nor what the store would be asked for. */
const concerned: Record<WhatChanged, QueryFilters> = {
  page: { queryKey: ['view'] },
  counts: { predicate: ({ queryKey: [of] }) => of === 'view' || of === 'sync' },
  all: {},
};

/**
 * @returns a function that has what changed read again: the view alone when the page has gone on, for then a rep waits for
 * it; else everything shown. Answers that were asked for earlier are thrown away.
 */
export function useRefresh(): (what?: WhatChanged) => void {
  const client = useQueryClient();
  return useCallback(
    (what = 'all') => {
      const which = concerned[what];
      askAgainAfterFirstAnswer(client, which);
      void client.invalidateQueries(which);
    },
    [client],
  );
}

/** Reads the view again whenever the background says so. */
export function useViewPushes(): void {
  const host = useHost();
  const refresh = useRefresh();
  useEffect(() => {
    const abort = new AbortController();
    host.watchView(refresh, abort.signal);
    return () => abort.abort();
  }, [host, refresh]);
}

/** The organisation's lists and playbook. @param account changes when someone signs in or out, and with it the answer */
export function useOrganisation(account: string) {
  const host = useHost();
  return useQuery({
    queryKey: ['organisation', account],
    // Whoever was here before had the same key, and a role and a name of their own.
    gcTime: 0,
    queryFn: () => host.call('organisation.get', {}),
  });
}

/**
 * The words behind a card; asked for only where they may be shown.
 * @param user whose sign-in they are asked under, by id: what one was told is not the next one's to see
 */
export function useDetail(cardNumber: number | null, user: string) {
  const host = useHost();
  return useQuery({
    queryKey: ['detail', user, cardNumber],
    enabled: cardNumber !== null,
    staleTime: 60_000,
    queryFn: () => host.call('customer.detail', { ...tabOf(host), cardNumber: cardNumber ?? 0 }),
  });
}

/** @param user whose notes they are, by id; empty where nobody's are asked for */
export function useUnsentNotes(user: string) {
  const host = useHost();
  return useQuery({
    queryKey: ['unsent', user],
    enabled: user !== '',
    queryFn: () => host.call('outbox.list', {}),
  });
}

/** Whether somebody teaches Heed the page beside, and what it could save by now. */
export function useTeaching() {
  const host = useHost();
  return useQuery({
    queryKey: ['teaching', host.tabId ?? 'here'],
    enabled: host.kind === 'frame' || host.tabId !== undefined,
    queryFn: () => host.call('teach.state', tabOf(host)),
  });
}

export function useAdapters() {
  const host = useHost();
  return useQuery({ queryKey: ['adapters'], queryFn: () => host.call('adapters.list', {}) });
}

/** How Heed looks. Its language is set before anything is painted by the answer. */
export function useLook() {
  const host = useHost();
  return useQuery({
    queryKey: ['look'],
    queryFn: async () => {
      const look = await host.call('look.get', {});
      speak(look.language);
      return { ...look, spoken: language() };
    },
  });
}

/** The language that this page speaks. */
export function useSpoken(): Language {
  const { data } = useLook();
  const [first] = useState(language);
  return data?.spoken ?? first;
}

/** The keys that lead into the sidebar; a person may have changed them since. */
export function useChord() {
  const host = useHost();
  return useQuery({ queryKey: ['chord'], queryFn: async () => (await host.chord?.()) ?? '' });
}

export function useSettings() {
  const host = useHost();
  return useQuery({ queryKey: ['settings'], queryFn: () => host.call('settings.get', {}) });
}

export function useSyncState() {
  const host = useHost();
  return useQuery({ queryKey: ['sync'], queryFn: () => host.call('sync.state', {}) });
}

export function useStorageState() {
  const host = useHost();
  return useQuery({ queryKey: ['storage'], queryFn: () => host.call('storage.state', {}) });
}
