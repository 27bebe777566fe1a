import type { ColumnType } from 'kysely';
import type { Role } from '@/lib/protocol/roles';

/** better-auth's tables, as far as our own queries use them. better-auth owns them; its spelling is camelCase. */
type User = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  role: Role;
  /** id of the team that goes first for them; empty where they belong to none. `team_members` has all of theirs */
  team: string;
  createdAt: Date;
  updatedAt: Date;
};

/** A way to sign in: for a password, `providerId` is `credential` and `accountId` the user's id. */
type Account = {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
};

type Texts = ColumnType<string[] | null, string | null, string | null>;

type OauthClient = {
  id: string;
  clientId: string;
  name: string | null;
  disabled: boolean | null;
  skipConsent: boolean | null;
  requirePKCE: boolean | null;
  enableEndSession: boolean | null;
  redirectUris: Texts;
  postLogoutRedirectUris: Texts;
  scopes: Texts;
  grantTypes: Texts;
  responseTypes: Texts;
  tokenEndpointAuthMethod: string | null;
  applicationType: string | null;
  createdAt: Date | null;
  updatedAt: Date | null;
};

/** `token` is a hash, see `hash-token.ts`. */
type OauthAccessToken = {
  id: string;
  token: string;
  clientId: string;
  userId: string | null;
  expiresAt: Date;
  revoked: Date | null;
};

/** What else runs out by itself: refresh tokens, codes and the browsers' sessions. */
type Expiring = { id: string; userId: string; expiresAt: Date };
/** `token` is a hash; `sessionId` is the browser's session that it came from, null once that is over. */
type RefreshToken = Expiring & { token: string; sessionId: string | null; revoked: Date | null };

/** Ours: how often somebody tried to sign in to an account since a moment. `account` is a hash of the address. */
type SignInAttempts = { account: string; attempts: number; since: Date };

/** Ours: whom an administrator took out of the store, by hashes of their address and of their accounts at the company. */
type RemovedPeople = { email_hash: string; account_hashes: string[]; at: Date };

export type AuthTables = {
  user: User;
  account: Account;
  oauthClient: OauthClient;
  oauthAccessToken: OauthAccessToken;
  oauthRefreshToken: RefreshToken;
  session: Expiring;
  verification: Omit<Expiring, 'userId'>;
  sign_in_attempts: SignInAttempts;
  removed_people: RemovedPeople;
};
