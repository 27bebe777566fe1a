import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { errorCode } from '@/lib/platform/app-error';
import { teamKeeperRoles } from '@/lib/protocol/roles';
import type { NameTeam, PlaceInTeam } from '@/lib/protocol/teams';
import { type Host, useHost } from '../host';
import { usePageReader } from '../use-page-reader';

/** What an administrator does with the teams. */
export type TeamChange =
  | ({ what: 'name' } & NameTeam)
  | { what: 'remove'; id: string }
  | ({ what: 'place' } & PlaceInTeam);

function send(host: Host, by: string, change: TeamChange) {
  switch (change.what) {
    case 'name':
      return host.call('teams.name', { by, id: change.id, name: change.name });
    case 'remove':
      return host.call('teams.remove', { by, id: change.id });
    case 'place': {
      const { teamId, userId, member, supervises } = change;
      return host.call('teams.place', { by, teamId, userId, member, supervises });
    }
  }
}

/** The teams, and changing them, one change after the other. */
export function useTeamsPage() {
  const host = useHost();
  const client = useQueryClient();
  const { organisation, may, isLoaded, signIn } = usePageReader(teamKeeperRoles);
  // What one saw is never the next one's.
  const queryKey = ['teams', organisation?.user.id ?? ''];
  const teams = useQuery({
    ...{ queryKey, enabled: may, retry: false },
    queryFn: () => host.call('teams.list', {}),
  });
  const by = teams.data?.by ?? '';
  const changing = useMutation({
    mutationFn: (change: TeamChange) => send(host, by, change),
    onSettled: () => client.invalidateQueries({ queryKey: ['teams'] }),
  });
  return {
    ...{ organisation, may, isLoaded, signIn, teams },
    isBusy: changing.isPending,
    failure: changing.error ? errorCode(changing.error) : null,
    change: (change: TeamChange) => changing.mutate(change),
    newId: host.newId,
  };
}
