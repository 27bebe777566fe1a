import { z } from 'zod';
import { AppError } from '@/lib/platform/app-error';
import { type NameTeam, type PlaceInTeam, type Teams, teamsSchema } from '@/lib/protocol/teams';
import type { Account } from '@/lib/sync/account/account';
import { outcomeError } from '@/lib/sync/network/outcome-error';

/** In whose name: of whom the page showed it to. */
type By = { by: string };

/**
 * The organisation's teams, as an administrator sees and changes them.
 * @throws {AppError} `identity-changed` where somebody else is signed in by now
 */
export function createTeams({ account }: { account: Pick<Account, 'author' | 'request'> }) {
  async function ask<T>(
    by: string,
    asked: { path: string; schema: z.ZodType<T>; body?: unknown },
  ): Promise<T> {
    if ((await account.author()).id !== by) throw new AppError('identity-changed', 'someone else');
    const answer = await account.request({ ...asked, path: `/v1/teams${asked.path}` }, by);
    if (answer.kind !== 'ok') throw outcomeError(answer);
    return answer.value;
  }
  const change = (path: string, { by, ...body }: By) => ask(by, { path, body, schema: z.object({}) });

  return {
    async list(): Promise<Teams & By> {
      const { id: by } = await account.author();
      return { ...(await ask(by, { path: '', schema: teamsSchema })), by };
    },
    name: (input: NameTeam & By) => change('', input),
    remove: (input: { id: string } & By) => change('/remove', input),
    place: (input: PlaceInTeam & By) => change('/people', input),
  };
}
