import { expect, it } from 'vitest';
import type { Outcome } from '@/lib/sync/network/transport';
import { createTeams } from '@/lib/sync/teams/teams';

/** One computer, at which administrators sign in after one another; the store answers whatever it is told to. */
function computer() {
  let id = 'ada';
  let outcome: Outcome<unknown> = { kind: 'ok', value: { teams: [], people: [] } };
  const asked: { path: string; only: string | undefined; body?: unknown }[] = [];
  const account = {
    author: async () => ({ id, storeUserId: id, name: id }),
    async request<T>({ path, body }: { path: string; body?: unknown }, only?: string) {
      asked.push({ path, only, ...(body !== undefined && { body }) });
      return outcome as Outcome<T>;
    },
  };
  return {
    ...{ teams: createTeams({ account }), asked },
    signIn: (next: string) => {
      id = next;
    },
    answer: (next: Outcome<unknown>) => {
      outcome = next;
    },
  };
}

it('teams are read in the name of who is signed in, and changed in the name of whom they were shown to', async () => {
  const { teams, asked } = computer();
  const { by } = await teams.list();
  await teams.name({ by, id: 't', name: 'Blue' });
  await teams.remove({ by, id: 't' });
  await teams.place({ by, teamId: 't', userId: 'ana', member: true, supervises: false });
  expect(asked).toEqual([
    { path: '/v1/teams', only: 'ada' },
    { path: '/v1/teams', only: 'ada', body: { id: 't', name: 'Blue' } },
    { path: '/v1/teams/remove', only: 'ada', body: { id: 't' } },
    {
      path: '/v1/teams/people',
      only: 'ada',
      body: { teamId: 't', userId: 'ana', member: true, supervises: false },
    },
  ]);
});

it('nothing is changed in the name of somebody who is signed in by now', async () => {
  const { teams, asked, signIn } = computer();
  signIn('eve');
  await expect(teams.remove({ by: 'ada', id: 't' })).rejects.toMatchObject({ code: 'identity-changed' });
  expect(asked).toEqual([]);
});

it('a team that is gone is said to be', async () => {
  const { teams, answer } = computer();
  answer({ kind: 'refused', status: 404, code: 'not-found' });
  await expect(teams.remove({ by: 'ada', id: 't' })).rejects.toMatchObject({ code: 'not-found' });
});
