import { genericOAuth } from 'better-auth/plugins';
import { decodeJwt } from 'jose';
import { COMPANY_PROVIDER, type Company, companyAccountId } from './company';
import { faultOfProfile, nameFromProfile } from './judge-profile';

/**
 * The company's provider in better-auth's own OpenID Connect, with PKCE, state and nonce. Where its description can't be
 * had when better-auth begins, there is no provider: see `company-auth.ts`.
 */
export function companyProvider({ issuer, clientId, clientSecret, name, domains, newRepsTeam }: Company) {
  return genericOAuth({
    config: [
      {
        providerId: COMPANY_PROVIDER,
        ...{ name, clientId, clientSecret },
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        // Every provider must know this way (RFC 6749 §2.3.1).
        authentication: 'basic',
        scopes: ['openid', 'email', 'profile'],
        disableSignUp: newRepsTeam === null,
        mapProfileToUser: (profile) => {
          const fault = faultOfProfile(profile, domains);
          return {
            // better-auth looks for an address in lower case before it asks anyone, so an unfit one must not get there.
            email: fault === 'email_not_found' ? null : (profile.email ?? null),
            // Its own reading takes the text "false" for true.
            emailVerified: fault === null,
            name: nameFromProfile(profile),
          };
        },
        accountSubject: ({ tokens, profile }) => {
          // An answer without an ID token is verified by nothing, and what `userinfo` says may be of somebody else.
          const { sub } = decodeJwt(tokens.idToken ?? '');
          if (!sub || sub !== profile.sub) throw new Error('the ID token is not of whom the profile is');
          return companyAccountId(issuer, sub);
        },
      },
    ],
  });
}
