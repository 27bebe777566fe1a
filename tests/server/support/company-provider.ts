import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, type JWTPayload, SignJWT } from 'jose';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Company } from '@/server/auth/company/company';

/** What the provider says of somebody, besides their number. */
export type Claims = { email?: unknown; email_verified?: unknown; name?: string; [claim: string]: unknown };

type Signing = { key?: CryptoKey | Uint8Array; alg?: string };

/** A company's sign-in: a real OpenID provider on loopback, and what an attacker would have it answer. */
export type CompanyProvider = {
  /** how the store is set up for it */
  company: Company;
  /** who can sign in there, by what they type into its form, which is their `sub` too */
  people: Map<string, Claims>;
  /** the parameters of each request for a code */
  asked: URLSearchParams[];
  /** begins to answer, for the store at this address */
  serve(storeUrl: string): void;
  /** lies: the ID token in place of the provider's own; undefined leaves it out */
  forge: ((claims: JWTPayload, token: string) => Promise<string | undefined>) | null;
  /** lies: what its description says otherwise */
  describes: Record<string, unknown>;
  /** signs as the provider would, unless told otherwise */
  sign(claims: JWTPayload, how?: Signing): Promise<string>;
  close(): void;
};

const KID = 'the-only-one';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...keys.privateKey.export({ format: 'jwk' }), kid: KID, use: 'sig', alg: 'RS256' };

export const CLIENT_SECRET = 'a secret that the store has: of 46 characters?';

function configure(storeUrl: string, people: Map<string, Claims>, claimsInToken: boolean): Configuration {
  return {
    clients: [
      {
        client_id: 'heed-store',
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${storeUrl}/api/auth/callback/company`],
      },
    ],
    pkce: { required: () => true },
    // Said, since it tells of each that isn't.
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    // Some providers put the address into the ID token, others tell it on request only.
    conformIdTokenClaims: !claimsInToken,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'role', 'team'] },
    jwks: { keys: [jwk] },
    cookies: { keys: ['signs the cookies of a test'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    // Nobody is asked whether the company may tell its own software who they are.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId ?? '',
        clientId: oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

async function lie(ctx: Partial<KoaContextWithOIDC>, provider: CompanyProvider): Promise<void> {
  const body = ctx.body as Record<string, unknown> | undefined;
  const route = ctx.oidc?.route;
  if (route === 'discovery' && body) Object.assign(body, provider.describes);
  if (route === 'token' && typeof body?.id_token === 'string' && provider.forge !== null)
    body.id_token = await provider.forge(decodeJwt(body.id_token), body.id_token);
}

/**
 * Begins to listen, and answers nothing but 503 until `serve`: the store must know its address first.
 * @param how.claimsInToken says who it is in the ID token already
 */
export async function startCompanyProvider(how: { claimsInToken?: boolean } = {}): Promise<CompanyProvider> {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Claims>();
  const provider: CompanyProvider = {
    ...{ people, asked: [], forge: null, describes: {} },
    company: {
      ...{ name: 'Acme & Söhne', issuer, clientId: 'heed-store', clientSecret: CLIENT_SECRET },
      ...{ domains: ['example.org'], newRepsTeam: null },
    },
    serve(storeUrl) {
      const real = new Provider(issuer, configure(storeUrl, people, how.claimsInToken ?? false));
      real.use(async (ctx, next) => {
        if (ctx.path === '/auth') provider.asked.push(new URLSearchParams(ctx.querystring));
        await next();
        await lie(ctx, provider);
      });
      answer = real.callback();
    },
    sign: (claims, { key, alg = 'RS256' } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid: KID }).sign(key ?? keys.privateKey),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return provider;
}
