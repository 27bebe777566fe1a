import { createHash, randomBytes } from 'node:crypto';
import { get, type IncomingMessage, request } from 'node:http';

export const REDIRECT_URI = 'https://nknpakakehnckgofdmdmcifbdohiiobg.chromiumapp.org/';
export const CLIENT_ID = 'heed-extension';

export type Tokens = { access_token: string; refresh_token: string; expires_in: number; id_token: string };

/** A browser's cookies for one store. */
export type CookieJar = Map<string, string>;

/** Takes what an answer sets. */
export function keepCookies(jar: CookieJar, setCookie: readonly string[]): void {
  for (const line of setCookie) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** What a browser sends of its cookies. */
export function cookieHeader(jar: CookieJar): Record<string, string> {
  return jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
}

/** As a browser opens an address. `fetch` would say of itself that it is a script. */
function navigate(address: string, jar: CookieJar): Promise<IncomingMessage> {
  const headers = { ...cookieHeader(jar), accept: 'text/html', 'sec-fetch-mode': 'navigate' };
  return new Promise((resolve, reject) => {
    get(address, { headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer));
    }).once('error', reject);
  });
}

export function makePkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

export type AuthorizeOptions = {
  jar: CookieJar;
  challenge?: string | undefined;
  redirectUri?: string;
  prompt?: string;
  clientId?: string;
};

/** Asks for a code. @returns where the store sends the browser: a login page or the redirect address */
export async function authorize(url: string, options: AuthorizeOptions): Promise<URL> {
  const { jar, challenge, redirectUri = REDIRECT_URI, prompt, clientId = CLIENT_ID } = options;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid profile email offline_access',
    state: 'state-of-the-test',
    ...(challenge && { code_challenge: challenge, code_challenge_method: 'S256' }),
    ...(prompt && { prompt }),
  });
  const answer = await navigate(`${url}/api/auth/oauth2/authorize?${query}`, jar);
  keepCookies(jar, answer.headers['set-cookie'] ?? []);
  return new URL(answer.headers.location ?? 'about:blank', url);
}

/** Opens an address in the browser. @returns where the store sends it; null where it shows a page */
export async function follow(address: string, jar: CookieJar): Promise<string | null> {
  const answer = await navigate(address, jar);
  keepCookies(jar, answer.headers['set-cookie'] ?? []);
  return answer.headers.location ?? null;
}

/** Signs the browser out. @returns where the store sends it */
export async function endSession(
  url: string,
  { jar, idToken }: { jar: CookieJar; idToken: string },
): Promise<URL> {
  const query = new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: REDIRECT_URI });
  const answer = await navigate(`${url}/api/auth/oauth2/end-session?${query}`, jar);
  keepCookies(jar, answer.headers['set-cookie'] ?? []);
  return new URL(answer.headers.location ?? 'about:blank', url);
}

export type Credentials = { email: string; password: string };

/** What the login page's script does: sends the signed query back with the password. */
export async function signIn(
  loginPage: URL,
  { email, password, jar }: Credentials & { jar: CookieJar },
): Promise<Response> {
  const answer = await fetch(new URL('/api/auth/sign-in/email', loginPage), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...cookieHeader(jar),
      'content-type': 'application/json',
      accept: 'application/json',
      origin: loginPage.origin,
      'sec-fetch-mode': 'cors',
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({
      email,
      password,
      ...(loginPage.search && { oauth_query: loginPage.search.slice(1) }),
    }),
  });
  keepCookies(jar, answer.headers.getSetCookie());
  return answer;
}

/** Signs in from another address of this machine, which `fetch` can't. */
export function signInFrom(
  url: string,
  { localAddress, email, password }: Credentials & { localAddress: string },
): Promise<{ status: number | undefined; retryAfter: string | undefined }> {
  const headers = { 'content-type': 'application/json', origin: url };
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', localAddress, headers };
    request(`${url}/api/auth/sign-in/email`, options, (answer) => {
      answer.resume();
      answer.once('end', () =>
        resolve({ status: answer.statusCode, retryAfter: answer.headers['retry-after'] }),
      );
    })
      .once('error', reject)
      .end(JSON.stringify({ email, password }));
  });
}

/** Sends the beginning of a body and hangs up. */
export function breakOffSignIn(url: string, beginning: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: url, 'content-length': 1000 };
  return new Promise((resolve) => {
    const sent = request(`${url}/api/auth/sign-in/email`, { method: 'POST', headers });
    sent.once('error', () => resolve());
    // Some time for the store to begin to read.
    sent.write(beginning, () => setTimeout(() => sent.destroy(new Error('hung up')), 100));
  });
}

export function askToken(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${url}/api/auth/oauth2/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'chrome-extension://nknpakakehnckgofdmdmcifbdohiiobg',
    },
    body: new URLSearchParams({ client_id: CLIENT_ID, ...fields }),
  });
}

export function redeemCode(url: string, code: string, verifier: string): Promise<Response> {
  return askToken(url, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: REDIRECT_URI,
  });
}

/** The whole flow, as the extension and the login page walk it. */
export async function getTokens(url: string, credentials: Credentials): Promise<Tokens> {
  const jar: CookieJar = new Map();
  const { verifier, challenge } = makePkce();
  const loginPage = await authorize(url, { jar, challenge });
  const answer = await signIn(loginPage, { ...credentials, jar });
  const { url: back } = (await answer.json()) as { url: string };
  const code = new URL(back).searchParams.get('code') ?? '';
  const tokens = await redeemCode(url, code, verifier);
  if (!tokens.ok) throw new Error(`no tokens: ${tokens.status} ${await tokens.text()}`);
  return (await tokens.json()) as Tokens;
}
