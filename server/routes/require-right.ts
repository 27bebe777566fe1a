import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Role } from '@/lib/protocol/roles';
import { routeRights } from './route-rights';
import { type StoreEnv, wireError } from './store-app';

/** Where requests go that no route takes. */
const NO_ROUTE = '/v1/*';

const rights: Readonly<Record<string, readonly Role[] | undefined>> = routeRights;

/** Lets through whoever may ask this by `routeRights`. A route that stands there for nobody lets nobody through. */
export function requireRight() {
  return createMiddleware<StoreEnv>(async (c, next) => {
    const path = routePath(c, -1);
    if (path === NO_ROUTE) return next();
    const allowed = rights[`${c.req.method} ${path}`] ?? [];
    if (allowed.includes(c.var.user.role)) return next();
    const needs = allowed.length > 0 ? `one of the roles ${allowed.join(', ')}` : 'a right that nobody has';
    return c.json(wireError('not-allowed', `This needs ${needs}.`), 403);
  });
}
