import { describe, expect, it } from 'vitest';
import { codeChallenge, codeFromRedirect, createOAuth } from '@/lib/sync/account/oauth';
import type { Request, Transport } from '@/lib/sync/network/transport';

const REDIRECT = 'https://abc.chromiumapp.org/';
const NOW = Date.parse('2026-11-22T09:00:00Z');
const ANSWER = { access_token: 'A1', refresh_token: 'R1', expires_in: 600 };

type Launch = (url: string, interactive: boolean) => Promise<string | undefined>;

/** The sign-in page, and the token route, as a store that agrees to everything would be. */
function setUp(launch?: Launch) {
  const opened: { url: URL; interactive: boolean }[] = [];
  const forms: Record<string, string>[] = [];
  const transport = (async (request: Request<unknown>) => {
    forms.push(request.form ?? {});
    if (!('schema' in request)) throw new Error('no JSON asked for');
    return { kind: 'ok', value: request.schema.parse(ANSWER) };
  }) as Transport;
  const agree: Launch = async (url) => `${REDIRECT}?code=C1&state=${new URL(url).searchParams.get('state')}`;
  const oauth = createOAuth({
    transport,
    serverUrl: async () => 'https://store.example',
    launch: (url, interactive) => {
      opened.push({ url: new URL(url), interactive });
      return (launch ?? agree)(url, interactive);
    },
    redirectUrl: REDIRECT,
    now: () => NOW,
  });
  return { oauth, opened, forms };
}

describe('signing in', () => {
  it('makes the challenge that RFC 7636 appendix B makes', async () => {
    expect(await codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it('asks for a code with a challenge, and trades it with the verifier of that challenge', async () => {
    const { oauth, opened, forms } = setUp();
    const outcome = await oauth.signIn({ interactive: true, askAgain: false });
    const origin = 'https://store.example';
    expect(outcome).toEqual({
      kind: 'ok',
      value: { origin, access: 'A1', refresh: 'R1', expiresAt: NOW + 600_000 },
    });
    const query = Object.fromEntries(opened[0]?.url.searchParams ?? []);
    expect(opened[0]?.url.origin).toBe('https://store.example');
    expect(query).toMatchObject({
      response_type: 'code',
      client_id: 'heed-extension',
      redirect_uri: REDIRECT,
      scope: 'openid profile email offline_access',
      code_challenge_method: 'S256',
    });
    expect(query).not.toHaveProperty('prompt');
    expect(forms[0]).toMatchObject({ grant_type: 'authorization_code', code: 'C1', redirect_uri: REDIRECT });
    expect(await codeChallenge(forms[0]?.code_verifier ?? '')).toBe(query.code_challenge);
    expect(forms[0]?.code_verifier).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    [{ interactive: false, askAgain: false }, 'none'],
    [{ interactive: true, askAgain: true }, 'login'],
  ])('%j sends prompt=%s', async (how, prompt) => {
    const { oauth, opened } = setUp();
    await oauth.signIn(how);
    expect(opened[0]?.url.searchParams.get('prompt')).toBe(prompt);
    expect(opened[0]?.interactive).toBe(how.interactive);
  });

  it('uses another state and verifier each time', async () => {
    const { oauth, opened, forms } = setUp();
    await oauth.signIn({ interactive: true, askAgain: false });
    await oauth.signIn({ interactive: true, askAgain: false });
    expect(new Set(opened.map((o) => o.url.searchParams.get('state'))).size).toBe(2);
    expect(new Set(forms.map((f) => f.code_verifier)).size).toBe(2);
  });

  it.each<[string, Launch]>([
    ['a state that isn’t ours', async () => `${REDIRECT}?code=C1&state=forged`],
    ['no state', async () => `${REDIRECT}?code=C1`],
    [
      'an error',
      async (url) => `${REDIRECT}?error=login_required&state=${new URL(url).searchParams.get('state')}`,
    ],
    [
      'another address',
      async (url) => `https://evil.example/?code=C1&state=${new URL(url).searchParams.get('state')}`,
    ],
    ['nothing', async () => undefined],
    ['a closed window', async () => Promise.reject(new Error('The user did not approve access.'))],
  ])('comes to nothing with %s, and trades no code', async (_, launch) => {
    const { oauth, forms } = setUp(launch);
    await expect(oauth.signIn({ interactive: true, askAgain: false })).rejects.toMatchObject({
      code: 'signed-out',
    });
    expect(forms).toEqual([]);
  });

  it('reads the code only from the redirect address', () => {
    const sent = { redirectUrl: REDIRECT, state: 's' };
    expect(codeFromRedirect(`${REDIRECT}?code=C&state=s`, sent)).toBe('C');
    expect(() => codeFromRedirect(`${REDIRECT}?code=&state=s`, sent)).toThrow();
  });
});
