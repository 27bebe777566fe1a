import { setTimeout as sleep } from 'node:timers/promises';
import { oauthProvider } from '@better-auth/oauth-provider';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { jwt } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import { systemClock } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import type { Company, PasswordsFor } from './company/company';
import { companyDoor, companyWrites } from './company/company-options';
import { companyProvider } from './company/company-provider';
import { companyRequest } from './company/company-request';
import { endBrowserSession } from './end-browser-session';
import { hashToken } from './hash-token';
import { networkAddress } from './network-address';
import { createPasswordQueue, PasswordQueueFull } from './password-queue';
import { passwordsOnlyFor } from './passwords-only-for';
import { countSignInAttempt, forgetSignInAttempts, type SignInAttempt } from './sign-in-limit';
import { EXTENSION_SCOPES } from './sync-extension-client';

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
const FULL_QUEUE_WAIT_S = 5;

export type AuthDeps = {
  db: Kysely<Database>;
  /** where browsers reach the store, without a path */
  baseUrl: string;
  secret: string;
  /** seconds; a test makes it short */
  accessTokenSeconds?: number | undefined;
  /** where else people sign in */
  company?: Company | undefined;
  passwordsFor?: PasswordsFor | undefined;
  log: { warn(fields: object, text: string): void; error(fields: object, text: string): void };
};

type SignInBody = { email?: unknown };

function signInAttempt(path: string | undefined, body: unknown): SignInAttempt | null {
  if (path !== '/sign-in/email') return null;
  const email = (body as SignInBody | undefined)?.email;
  return typeof email === 'string' ? { email, address: networkAddress.getStore() ?? '' } : null;
}

function revokedToken(path: string | undefined, body: unknown): string | null {
  if (path !== '/oauth2/revoke') return null;
  const token = (body as { token?: unknown } | undefined)?.token;
  return typeof token === 'string' ? token : null;
}

function tooMany(retryAfterSeconds: number): APIError {
  const body = { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts' };
  return new APIError('TOO_MANY_REQUESTS', body, { 'Retry-After': String(retryAfterSeconds) });
}

function signInHooks(db: Kysely<Database>, baseUrl: string) {
  return {
    before: createAuthMiddleware(async (ctx) => {
      if (ctx.path === '/sign-in/social') return { context: { body: companyRequest(ctx.body, baseUrl) } };
      const attempt = signInAttempt(ctx.path, ctx.body);
      if (attempt === null) return;
      const verdict = await countSignInAttempt(db, attempt, systemClock.now());
      if (verdict.retryAfter !== null) throw tooMany(verdict.retryAfter);
      if (verdict.delayMs > 0) await sleep(verdict.delayMs);
    }),
    after: createAuthMiddleware(async (ctx) => {
      const attempt = signInAttempt(ctx.path, ctx.body);
      if (attempt !== null && ctx.context.newSession) await forgetSignInAttempts(db, attempt);
      const revoked = ctx.context.returned instanceof Error ? null : revokedToken(ctx.path, ctx.body);
      if (revoked !== null) await endBrowserSession(db, revoked);
    }),
  };
}

/** better-auth's own hashing, a few at a time. It hashes for an account that isn't there too, so as not to tell. */
function queuedPasswords() {
  const queue = createPasswordQueue();
  const run = <T>(task: () => Promise<T>): Promise<T> =>
    queue(task).catch((error: unknown) => {
      throw error instanceof PasswordQueueFull ? tooMany(FULL_QUEUE_WAIT_S) : error;
    });
  return {
    hash: (password: string) => run(() => hashPassword(password)),
    verify: (stored: { hash: string; password: string }) => run(() => verifyPassword(stored)),
  };
}

/** Its messages quote what was sent, a stranger's text too: a code says which kind of thing went wrong. */
function codesOnly(log: AuthDeps['log']) {
  return {
    log(level: string, _message: string, ...details: unknown[]) {
      if (level !== 'error' && level !== 'warn') return;
      const error = details.find((detail) => detail instanceof Error);
      const code = error && ('code' in error ? String(error.code) : error.name);
      log[level]({ from: 'auth', code: code ?? 'unnamed' }, 'sign-in says that something is wrong');
    },
  };
}

function extensionProvider(accessTokenSeconds: number): BetterAuthPlugin {
  const plugin = oauthProvider({
    loginPage: '/sign-in',
    // Never reached: the one client there is skips consent. The plugin wants a path.
    consentPage: '/sign-in',
    scopes: EXTENSION_SCOPES,
    grantTypes: ['authorization_code', 'refresh_token'],
    accessTokenExpiresIn: accessTokenSeconds,
    refreshTokenExpiresIn: 30 * DAY_S,
    // A worker killed before it kept the new token asks again with the old one: it gets the same answer, not a sign-out.
    refreshTokenReuseInterval: 60,
    // Clients and resources are the configuration's; by default any signed-in user could make them.
    clientPrivileges: () => false,
    resourcePrivileges: () => false,
    storeTokens: { hash: async (token) => hashToken(token) },
  });
  // Its own types say `undefined` where better-auth's say "left out", which exactOptionalPropertyTypes tells apart.
  return plugin as BetterAuthPlugin;
}

/**
 * better-auth with e-mail and password, and as OIDC provider for the extension. People are added by `createUser`
 * and, where the administrator wants it, by the company's sign-in. Its clock is the real one, also under `--as-of`.
 */
export function createAuth({ db, baseUrl, secret, accessTokenSeconds = HOUR_S, log, ...deps }: AuthDeps) {
  const { company, passwordsFor = 'everyone' } = deps;
  const { port } = new URL(baseUrl);
  const loopback = new URL(baseUrl).hostname === '127.0.0.1' ? [`http://localhost:${port}`] : [];
  return betterAuth({
    appName: 'Heed',
    baseURL: baseUrl,
    secret,
    database: { db, type: 'postgres' },
    trustedOrigins: [baseUrl, ...loopback],
    emailAndPassword: { enabled: true, disableSignUp: true, password: queuedPasswords() },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: true, defaultValue: 'rep' },
        team: { type: 'string', input: false, required: true, defaultValue: '' },
      },
      ...(company && { validateUserInfo: companyDoor({ db, company, log }) }),
    },
    account: { updateAccountOnSignIn: false },
    databaseHooks: {
      ...(company && companyWrites({ db, company })),
      ...(passwordsFor === 'administrators' && passwordsOnlyFor(db, 'administrator')),
    },
    session: { expiresIn: 7 * DAY_S },
    // Counted per account and address instead, see sign-in-limit.ts.
    rateLimit: { enabled: false },
    // Stated, since both are off by default where NODE_ENV is "test".
    advanced: { disableOriginCheck: false, disableCSRFCheck: false },
    telemetry: { enabled: false },
    logger: codesOnly(log),
    // Without it an error that is no answer (a body broken off) is printed to the console as it is.
    onAPIError: { throw: true, ...(company && { errorURL: `${baseUrl}/sign-in` }) },
    hooks: signInHooks(db, baseUrl),
    plugins: [jwt(), extensionProvider(accessTokenSeconds), ...(company ? [companyProvider(company)] : [])],
  });
}

/** As much of better-auth as the app uses. */
export type Auth = { handler(request: Request): Promise<Response> };

/** All of better-auth that can be reached over HTTP; the rest (accounts, clients, sessions of others) isn't there. */
export const authRoutes = [
  { method: 'POST', path: '/api/auth/sign-in/email' },
  /** begins the way to the company's provider, and where that sends people back to */
  { method: 'POST', path: '/api/auth/sign-in/social' },
  { method: 'GET', path: '/api/auth/callback/company' },
  { method: 'GET', path: '/api/auth/oauth2/authorize' },
  { method: 'POST', path: '/api/auth/oauth2/token' },
  { method: 'POST', path: '/api/auth/oauth2/revoke' },
  { method: 'GET', path: '/api/auth/oauth2/userinfo' },
  { method: 'GET', path: '/api/auth/oauth2/end-session' },
  { method: 'GET', path: '/api/auth/jwks' },
  { method: 'GET', path: '/api/auth/.well-known/openid-configuration' },
  /** where an authorize request ends that names no redirect address of ours */
  { method: 'GET', path: '/api/auth/error' },
] as const;
