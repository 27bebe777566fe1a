import { createMiddleware } from 'hono/factory';
import { limitPerUser } from '@/server/limit-per-user';
import { type StoreEnv, wireError } from './store-app';

/** The database has ten connections, for everybody. */
const AT_ONCE = 4;
/** An extension sends one after the other: only a broken one, or several of one sign-in, have so many. */
const MOST_WAITING = 50;
const WAIT_S = '5';

/**
 * Does a few of a user's writing requests at once, and has some of them wait, with their bodies unread; what goes beyond
 * is to come again later. Whatever one sign-in sends, the others are answered.
 */
export function fewAtOnce() {
  const limitOf = limitPerUser(AT_ONCE);
  return createMiddleware<StoreEnv>(async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const limit = limitOf(c.var.user.id);
    if (limit.pendingCount < MOST_WAITING) return limit(next);
    c.header('Retry-After', WAIT_S);
    const text = `${MOST_WAITING} requests of this sign-in wait already: send it again later.`;
    return c.json(wireError('too-many-requests', text), 429);
  });
}
