import { useMemo } from 'react';
import { may, type Role } from '@/lib/protocol/roles';
import { useHost } from './host';
import { organisationIn } from './organisation-in';
import { useLook, useOrganisation, useRefresh, useSpoken, useSyncState, useViewPushes } from './queries';

/** Who reads a page that isn't for everybody, and whether they may. @param roles whom it is for */
export function usePageReader(roles: readonly Role[]) {
  const host = useHost();
  const refresh = useRefresh();
  useViewPushes();
  // Nothing is said before it is known in which language.
  const isSpeechless = useLook().isPending;
  const sync = useSyncState().data;
  const query = useOrganisation(`${sync?.unlocked}`);
  const spoken = useSpoken();
  const { data } = query;
  const organisation = useMemo(() => (data ? organisationIn(data, spoken) : null), [data, spoken]);
  return {
    organisation: isSpeechless ? null : organisation,
    may: may(organisation?.user.role, roles),
    isLoaded: query.isFetched && sync !== undefined && !isSpeechless,
    signIn: () => host.call('account.signIn', { interactive: true }).finally(() => refresh()),
  };
}
