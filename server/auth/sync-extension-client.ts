import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';

/** The extension's client id. It is public: what protects the flow is PKCE and the exact redirect addresses. */
export const EXTENSION_CLIENT_ID = 'heed-extension';
export const EXTENSION_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/**
 * Makes the extension a known client, with the redirect addresses of the configuration and no others.
 * @param redirectUris each extension build's `https://ID.chromiumapp.org/` or `https://HASH.extensions.allizom.org/`
 */
export async function syncExtensionClient(
  db: Kysely<Database>,
  redirectUris: readonly string[],
  at: Date,
): Promise<void> {
  const settings = {
    name: 'Heed',
    disabled: false,
    skipConsent: true,
    requirePKCE: true,
    // Signing out in the extension ends the browser's session here too, or the next person at the desk would be let in.
    enableEndSession: true,
    redirectUris: JSON.stringify(redirectUris),
    postLogoutRedirectUris: JSON.stringify(redirectUris),
    scopes: JSON.stringify(EXTENSION_SCOPES),
    grantTypes: JSON.stringify(['authorization_code', 'refresh_token']),
    responseTypes: JSON.stringify(['code']),
    tokenEndpointAuthMethod: 'none',
    applicationType: 'web',
    updatedAt: at,
  };
  await db
    .insertInto('oauthClient')
    .values({ id: EXTENSION_CLIENT_ID, clientId: EXTENSION_CLIENT_ID, createdAt: at, ...settings })
    .onConflict((c) => c.column('clientId').doUpdateSet(settings))
    .execute();
}
