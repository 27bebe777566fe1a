import { z } from 'zod';
import { AppError } from '@/lib/platform/app-error';
import type { Outcome, Transport } from '@/lib/sync/network/transport';

const CLIENT_ID = 'heed-extension';
const SCOPE = 'openid profile email offline_access';
const PATHS = {
  authorize: '/api/auth/oauth2/authorize',
  token: '/api/auth/oauth2/token',
  revoke: '/api/auth/oauth2/revoke',
};

const tokenAnswerSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive().default(3600),
});

/** `expiresAt` in real milliseconds; `origin` is the store that gave them, and the only one that gets them. */
export type Tokens = { origin: string; access: string; refresh: string | null; expiresAt: number };

type OAuthDeps = {
  transport: Transport;
  serverUrl(): Promise<string>;
  /** opens the store's sign-in page, or only tries its cookie; resolves with the address it came back to */
  launch(url: string, interactive: boolean): Promise<string | undefined>;
  redirectUrl: string;
  now(): number;
};

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

const randomText = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));

/** RFC 7636 §4.2, method S256. */
export async function codeChallenge(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/**
 * The code in the address that the sign-in page came back to.
 * @throws {AppError} `signed-out` when the state isn't the one we sent, or the store said no
 */
export function codeFromRedirect(
  address: string | undefined,
  sent: { redirectUrl: string; state: string },
): string {
  const url = address?.startsWith(sent.redirectUrl) ? new URL(address) : null;
  const code = url?.searchParams.get('state') === sent.state ? url.searchParams.get('code') : null;
  if (!code) throw new AppError('signed-out', 'the sign-in did not come back with a code');
  return code;
}

/** The store answered that its cookie knows nobody (OpenID Connect §3.1.2.6), and to us. */
function knowsNobody(address: string | undefined, sent: { redirectUrl: string; state: string }): boolean {
  const query = address?.startsWith(sent.redirectUrl) ? new URL(address).searchParams : null;
  return query?.get('state') === sent.state && query.get('error') === 'login_required';
}

/** OAuth 2 with PKCE against the store: what a public client may do (RFC 8252, RFC 9700). */
export function createOAuth(deps: OAuthDeps) {
  const { transport, redirectUrl } = deps;

  async function requestTokens(
    origin: string,
    form: Record<string, string>,
    kept: string | null,
  ): Promise<Outcome<Tokens>> {
    const outcome = await transport({
      origin,
      path: PATHS.token,
      schema: tokenAnswerSchema,
      form: { ...form, client_id: CLIENT_ID },
    });
    if (outcome.kind !== 'ok') return outcome;
    const { access_token: access, refresh_token: refresh = kept, expires_in } = outcome.value;
    return { kind: 'ok', value: { origin, access, refresh, expiresAt: deps.now() + expires_in * 1000 } };
  }

  function authorizeUrl(origin: string, sent: { challenge: string; state: string; prompt: string | null }) {
    const { challenge, state, prompt } = sent;
    const url = new URL(PATHS.authorize, origin);
    const query = {
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: redirectUrl,
      scope: SCOPE,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...(prompt !== null && { prompt }),
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  }

  /** Asks the store for a code, under a fresh state and challenge. */
  async function askForCode(origin: string, prompt: 'login' | 'none' | null) {
    const verifier = randomText();
    const state = randomText();
    const url = authorizeUrl(origin, { challenge: await codeChallenge(verifier), state, prompt });
    const address = await deps.launch(url, prompt !== 'none').catch((cause: unknown) => {
      throw new AppError('signed-out', 'the sign-in was not finished', { cause });
    });
    return { address, verifier, sent: { redirectUrl, state } };
  }

  function redeem(origin: string, code: string, verifier: string): Promise<Outcome<Tokens>> {
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUrl,
      code_verifier: verifier,
    };
    return requestTokens(origin, form, null);
  }

  /** The store ends the browser's session that the token came from, too: its cookie signs nobody in any more. */
  function revoke(origin: string, refreshToken: string): Promise<Outcome<unknown>> {
    const form = { token: refreshToken, token_type_hint: 'refresh_token', client_id: CLIENT_ID };
    return transport({ origin, path: PATHS.revoke, schema: z.unknown(), form });
  }

  /** @returns whether it is worth to ask again; null when the cookie knows nobody */
  async function endOneSession(origin: string): Promise<boolean | null> {
    const { address, verifier, sent } = await askForCode(origin, 'none');
    if (knowsNobody(address, sent)) return null;
    const tokens = await redeem(origin, codeFromRedirect(address, sent), verifier);
    if (tokens.kind !== 'ok' || tokens.value.refresh === null) return false;
    return (await revoke(origin, tokens.value.refresh)).kind === 'ok';
  }

  return {
    /**
     * @param how.interactive false: only if the browser is signed in at the store already; opens no window
     * @param how.askAgain make the store ask who it is, even when its cookie knows someone: the last one signed out here
     * @throws {AppError} `signed-out` when the person gave up, or there was no cookie to try
     */
    async signIn(how: { interactive: boolean; askAgain: boolean }): Promise<Outcome<Tokens>> {
      const origin = await deps.serverUrl();
      const prompt = how.interactive ? (how.askAgain ? 'login' : null) : 'none';
      const { address, verifier, sent } = await askForCode(origin, prompt);
      return redeem(origin, codeFromRedirect(address, sent), verifier);
    },

    /** The store gives a new refresh token with each answer, and the old one is spent. */
    refresh: (origin: string, refreshToken: string): Promise<Outcome<Tokens>> =>
      requestTokens(origin, { grant_type: 'refresh_token', refresh_token: refreshToken }, refreshToken),

    revoke,

    /**
     * Ends whatever session of this browser the store's cookie still names, without a window: takes tokens by the cookie,
     * keeps none, and revokes them.
     * @returns true only after the store has said that the cookie knows nobody
     */
    async endBrowserSession(origin: string): Promise<boolean> {
      try {
        for (let attempt = 1; attempt <= 2; attempt += 1) {
          const again = await endOneSession(origin);
          if (again !== true) return again === null;
        }
        return false;
      } catch (error) {
        if (error instanceof AppError) return false;
        throw error;
      }
    },
  };
}

export type OAuth = ReturnType<typeof createOAuth>;
