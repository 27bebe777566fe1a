import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PageProviders } from '@/entrypoints/options/page-providers';
import { TeamsApp } from '@/entrypoints/teams/app';
import { AppError, type AppErrorCode } from '@/lib/platform/app-error';
import type { Role } from '@/lib/protocol/roles';
import type { Teams } from '@/lib/protocol/teams';
import { createFakeBackground } from './fake-background';
import { makeOrganisation, makeSync } from './make-view';

const person = (id: string, name: string, role: Role) => ({ id, name, email: `${id}@example.org`, role });
export const PEOPLE = [
  person('ana', 'Ana', 'rep'),
  person('ben', 'Ben', 'rep'),
  person('sue', 'Sue', 'supervisor'),
];

/** The administrator's page of teams, over a store in memory that keeps what it is told. */
export function showTeams({
  role = 'administrator',
  teams = [],
}: {
  role?: Role;
  teams?: Teams['teams'];
} = {}) {
  let list = teams;
  let fails: AppErrorCode | null = null;
  const organisation = makeOrganisation();
  const change = (next: Teams['teams']) => {
    if (fails) throw new AppError(fails);
    list = next;
    return {};
  };
  const put = (ids: string[], id: string, is: boolean) => [
    ...ids.filter((one) => one !== id),
    ...(is ? [id] : []),
  ];
  const background = createFakeBackground(
    {},
    {
      'sync.state': () => makeSync({ unlocked: true }),
      'organisation.get': () => ({ ...organisation, user: { ...organisation.user, role } }),
      'teams.list': () => ({ by: 'ada', teams: list, people: PEOPLE }),
      'teams.name': ({ id, name }) => {
        const known = list.find((team) => team.id === id) ?? { members: [], supervisors: [] };
        return change([...list.filter((team) => team.id !== id), { ...known, id, name: name.trim() }]);
      },
      'teams.remove': ({ id }) => change(list.filter((team) => team.id !== id)),
      'teams.place': ({ teamId, userId, member, supervises }) =>
        change(
          list.map((team) =>
            team.id === teamId
              ? {
                  ...team,
                  members: put(team.members, userId, member),
                  supervisors: put(team.supervisors, userId, supervises),
                }
              : team,
          ),
        ),
    },
  );
  render(
    <PageProviders
      host={{ ...background.host, kind: 'page' }}
      onCrash={(e) => {
        throw e;
      }}
    >
      <TeamsApp />
    </PageProviders>,
  );
  return {
    background,
    user: userEvent.setup({ delay: null }),
    fail: (code: AppErrorCode) => {
      fails = code;
    },
    asked: () => background.asked.filter(({ method }) => /^teams\.(name|remove|place)$/.test(method)),
  };
}
