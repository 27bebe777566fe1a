import { createMiddleware } from 'hono/factory';
import { systemClock } from '@/lib/platform/clock';
import { verifyAccessToken } from '@/server/auth/verify-access-token';
import { type StoreDeps, type StoreEnv, wireError } from './store-app';

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** Lets nobody through without an access token that holds now. */
export function requireUser({ db }: Pick<StoreDeps, 'db'>) {
  return createMiddleware<StoreEnv>(async (c, next) => {
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1];
    const user = token === undefined ? null : await verifyAccessToken(db, token, systemClock.now());
    if (!user) {
      c.header('WWW-Authenticate', 'Bearer');
      return c.json(wireError('signed-out', 'Sign in again: the access token is missing or over.'), 401);
    }
    c.set('user', user);
    return next();
  });
}
