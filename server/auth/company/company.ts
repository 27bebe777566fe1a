/** Names the provider in better-auth, in the address it sends people back to, and in `account.providerId`. */
export const COMPANY_PROVIDER = 'company';

/** Where a company's people sign in, as the administrator has set it up. One for each organisation. */
export type Company = {
  /** as the button names it */
  name: string;
  /** exactly as the provider spells it, with or without a slash at its end */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** of the e-mail addresses that may come in; lower case */
  domains: readonly string[];
  /** the team of which a newcomer is made a rep; null where only people come in whom the store has already */
  newRepsTeam: string | null;
};

export type PasswordsFor = 'everyone' | 'administrators';

/** How an account is known that the provider vouches for: two providers may both have somebody who is their number 7. */
export function companyAccountId(issuer: string, subject: string): string {
  return [issuer, subject].join(' ');
}
