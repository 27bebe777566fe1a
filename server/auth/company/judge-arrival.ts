import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import { COMPANY_PROVIDER, type Company, companyAccountId } from './company';
import { faultOfProfile, type ProfileFault } from './judge-profile';
import { wasRemoved } from './removed-people';

/** What better-auth asks about: a known account signs in, somebody known gets this account, somebody new is made. */
export type CompanyArrival = {
  action: string;
  /** theirs in the store, where they are known; their e-mail in lower case */
  user: { id?: string | undefined; email?: string | undefined };
  profile: Record<string, unknown> | undefined;
};

export type ArrivalFault = ProfileFault | 'other_identity' | 'removed';

/** An address that the company gave to somebody else must not bring them into what its first owner had. */
async function hasOtherIdentity(db: Kysely<Database>, company: Company, userId: string): Promise<boolean> {
  const rows = await db
    .selectFrom('account')
    .select('accountId')
    .where('userId', '=', userId)
    .where('providerId', '=', COMPANY_PROVIDER)
    .execute();
  return rows.some(({ accountId }) => accountId.startsWith(companyAccountId(company.issuer, '')));
}

/** @returns why whom the provider vouches for doesn't come in all the same; null when they do */
export async function faultOfArrival(
  db: Kysely<Database>,
  company: Company,
  { action, user, profile }: CompanyArrival,
): Promise<ArrivalFault | null> {
  const fault = faultOfProfile(profile, company.domains);
  if (fault !== null) return fault;
  if (action === 'link-account' && (await hasOtherIdentity(db, company, user.id ?? '')))
    return 'other_identity';
  const accountId = companyAccountId(company.issuer, String(profile?.sub));
  if (action === 'create-user' && (await wasRemoved(db, { email: user.email ?? '', accountId })))
    return 'removed';
  return null;
}
