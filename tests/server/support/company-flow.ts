import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  authorize,
  type CookieJar,
  cookieHeader,
  keepCookies,
  makePkce,
  REDIRECT_URI,
  redeemCode,
  type Tokens,
} from './oauth-flow';

type Page = { status: number; location: string | null; body: string };

/** As a browser opens an address, or sends a form. */
async function open(address: string, jar: CookieJar, form?: URLSearchParams): Promise<Page> {
  const headers = {
    ...cookieHeader(jar),
    accept: 'text/html',
    'sec-fetch-mode': 'navigate',
    ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(address, { method: form ? 'POST' : 'GET', headers }, resolve)
      .once('error', reject)
      .end(form?.toString());
  });
  keepCookies(jar, answer.headers['set-cookie'] ?? []);
  const { location = null } = answer.headers;
  const next = location === null ? null : new URL(location, address).href;
  return { status: answer.statusCode ?? 0, location: next, body: await text(answer) };
}

export type Walk = {
  jar: CookieJar;
  /** what is typed into the provider's form */
  login: string;
  /** goes no further than to an address that begins so; the extension's own is never opened */
  stopAt?: string;
};

/** Follows every redirect, and signs in where the provider asks. @returns where it ends */
export async function walk(address: string, { jar, login, stopAt = REDIRECT_URI }: Walk): Promise<URL> {
  let at = address;
  for (let step = 0; step < 20; step += 1) {
    if (at.startsWith(stopAt) || at.startsWith(REDIRECT_URI)) return new URL(at);
    let page = await open(at, jar);
    if (page.body.includes('name="login"')) {
      const action = /action="([^"]+)"/.exec(page.body)?.[1] ?? '';
      const form = new URLSearchParams({ prompt: 'login', login, password: 'any' });
      page = await open(new URL(action, at).href, jar, form);
    }
    if (page.location === null) return new URL(at);
    at = page.location;
  }
  throw new Error(`This goes on and on: ${at}`);
}

/** What the sign-in page's script sends for its first button. */
export function askForCompany(url: string, jar: CookieJar, body: object): Promise<Response> {
  return fetch(`${url}/api/auth/sign-in/social`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...cookieHeader(jar),
      'content-type': 'application/json',
      accept: 'application/json',
      origin: url,
      'sec-fetch-mode': 'cors',
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify(body),
  });
}

type Begun = { jar: CookieJar; verifier: string; loginPage: URL; providerUrl: string };

/** From the extension over the sign-in page to the provider's door. */
export async function beginAtCompany(
  url: string,
  { jar = new Map(), prompt }: { jar?: CookieJar; prompt?: string } = {},
): Promise<Begun> {
  const { verifier, challenge } = makePkce();
  const loginPage = await authorize(url, { jar, challenge, ...(prompt && { prompt }) });
  const asked = { provider: 'company', oauth_query: loginPage.search.slice(1) };
  const answer = await askForCompany(url, jar, asked);
  keepCookies(jar, answer.headers.getSetCookie());
  if (!answer.ok) throw new Error(`no way to the company: ${answer.status} ${await answer.text()}`);
  return { jar, verifier, loginPage, providerUrl: ((await answer.json()) as { url: string }).url };
}

export type Arrival = { end: URL; error: string | null; tokens: Tokens | null; jar: CookieJar };

/** Redeems the code that the walk came back with. */
export async function arrive(url: string, begun: Begun, end: URL): Promise<Arrival> {
  const { jar, verifier } = begun;
  const code = end.href.startsWith(REDIRECT_URI) ? end.searchParams.get('code') : null;
  const answer = code === null ? null : await redeemCode(url, code, verifier);
  const tokens = answer?.ok ? ((await answer.json()) as Tokens) : null;
  return { end, error: end.searchParams.get('error'), tokens, jar };
}

/** The whole way, as the extension, the sign-in page and the provider's form walk it. */
export async function comeByCompany(
  url: string,
  login: string,
  how: { jar?: CookieJar; prompt?: string } = {},
): Promise<Arrival> {
  const begun = await beginAtCompany(url, how);
  return arrive(url, begun, await walk(begun.providerUrl, { jar: begun.jar, login }));
}
