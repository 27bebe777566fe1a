import { randomUUID } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import type { Kysely } from 'kysely';
import { systemClock } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { teamByName } from '@/server/teams/team-by-name';
import { COMPANY_PROVIDER, type Company } from './company';
import { faultOfArrival } from './judge-arrival';

type Deps = {
  db: Kysely<Database>;
  company: Company;
  log: { warn(fields: object, text: string): void };
};

type ValidateUser = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>;

/** Who may come in by the company's provider. The log says why somebody may not, and nothing of who it was. */
export function companyDoor({ db, company, log }: Deps): ValidateUser {
  return async ({ user, source }) => {
    const { action, oauth } = source;
    if (oauth?.providerId !== COMPANY_PROVIDER) return { error: 'no_such_way' };
    const fault = await faultOfArrival(db, company, { action, user, profile: oauth.profile });
    if (fault === null) return;
    log.warn({ code: fault }, 'somebody was refused at the company’s sign-in');
    return { error: fault };
  };
}

/** The team that newcomers come into, by its id; made where there is none of this name. */
async function teamOfNewcomers(db: Kysely<Database>, { newRepsTeam }: Company): Promise<string> {
  if (newRepsTeam === null) return '';
  return db.transaction().execute((trx) => teamByName(trx, newRepsTeam, systemClock.now()));
}

/** What is written of somebody who came by the company's provider. */
export function companyWrites({ db, company }: Pick<Deps, 'db' | 'company'>) {
  return {
    user: {
      create: {
        // Whatever the provider says of itself: roles and teams are given in Heed.
        before: async () => {
          const team = await teamOfNewcomers(db, company);
          return { data: { id: randomUUID(), role: 'rep', team, image: null } };
        },
        after: async ({ id, team: team_id }: { id: string; team?: unknown }) => {
          if (typeof team_id === 'string' && team_id !== '')
            await db.insertInto('team_members').values({ team_id, user_id: id }).execute();
        },
      },
    },
    account: {
      create: {
        // Heed asks the provider nothing later: a copy of the database must open nobody's company account.
        before: async () => ({ data: { accessToken: null, refreshToken: null, idToken: null } }),
      },
    },
  };
}
