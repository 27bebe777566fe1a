import { useQuery } from '@tanstack/react-query';
import { useHost } from './host';

/** Whom this rep has in hand of the list, once anybody looks. */
export function useOutreach(user: string, enabled: boolean) {
  const host = useHost();
  const queryKey = ['outreach', user];
  return useQuery({ queryKey, enabled, queryFn: () => host.call('outreach.state', {}) });
}

/** How many results of calls the store wouldn't take, of whoever is signed in. */
export function useLateResults(user: string): number {
  const host = useHost();
  const { data } = useQuery({
    queryKey: ['late-results', user],
    enabled: user !== '',
    queryFn: () => host.call('outreach.refused', {}),
  });
  return user === '' ? 0 : (data?.refused ?? 0);
}

/** Whether a signal can go without a name from this computer. */
export function useSignalState() {
  const host = useHost();
  return useQuery({ queryKey: ['signal'], queryFn: () => host.call('signal.state', {}) });
}
