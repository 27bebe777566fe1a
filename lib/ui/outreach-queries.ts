import { useQuery } from '@tanstack/react-query';
import { useHost } from './host';

/** Whom this rep has in hand of the list, once anybody looks. */
export function useOutreach(enabled: boolean) {
  const host = useHost();
  return useQuery({ queryKey: ['outreach'], enabled, queryFn: () => host.call('outreach.state', {}) });
}

/** Whether a signal can go without a name from this computer. */
export function useSignalState() {
  const host = useHost();
  return useQuery({ queryKey: ['signal'], queryFn: () => host.call('signal.state', {}) });
}
