import type { Role } from '@/lib/protocol/session';

/** Columns of better-auth's tables that our own queries read. better-auth writes them; its spelling is camelCase. */
type User = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  role: Role;
  team: string;
  createdAt: Date;
  updatedAt: Date;
};

type OauthClient = {
  id: string;
  clientId: string;
  name: string | null;
  disabled: boolean | null;
  skipConsent: boolean | null;
  requirePKCE: boolean | null;
  /** JSON texts */
  redirectUris: string;
  scopes: string | null;
  grantTypes: string | null;
  responseTypes: string | null;
  tokenEndpointAuthMethod: string | null;
  applicationType: string | null;
  createdAt: Date | null;
  updatedAt: Date | null;
};

/** Access tokens, as SHA-256 hashes. */
type OauthAccessToken = {
  id: string;
  token: string;
  clientId: string;
  userId: string | null;
  expiresAt: Date;
  revoked: Date | null;
};

export type AuthTables = { user: User; oauthClient: OauthClient; oauthAccessToken: OauthAccessToken };
