import { useQuery } from '@tanstack/react-query';
import type { Caller } from '@/lib/domain/note';
import { tabOf, useHost } from './host';

/** A colleague may hand over while the record is open already. */
const LOOK_AGAIN = 30_000;

/**
 * What is handed over of whom the sidebar is about.
 * @param subject null where there is nobody; with `user` and `caller` it is another question
 */
export function useHandovers(subject: string | null, around: { user: string; caller: Caller }) {
  const host = useHost();
  const { user, caller } = around;
  return useQuery({
    queryKey: ['handovers', host.tabId ?? 'here', user, subject, caller],
    enabled: subject !== null,
    refetchInterval: LOOK_AGAIN,
    queryFn: () => host.call('handover.list', { ...tabOf(host), caller }),
  });
}

/** What the rep handed over, and what became of it. */
export function useGiven(user: string) {
  const host = useHost();
  return useQuery({
    queryKey: ['given', user],
    enabled: user !== '',
    refetchInterval: LOOK_AGAIN,
    queryFn: () => host.call('handover.given', {}),
  });
}

/** Whom something can be handed to. */
export function useColleagues(user: string) {
  const host = useHost();
  return useQuery({ queryKey: ['colleagues', user], queryFn: () => host.call('colleagues.list', {}) });
}
