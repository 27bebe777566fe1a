import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { type Auth, authRoutes } from './auth/create-auth';
import { networkAddress } from './auth/network-address';
import { accountNumbersRoute } from './routes/account-numbers';
import { approvalsRoutes } from './routes/approvals';
import { blocksRoute } from './routes/blocks';
import { bookRoute } from './routes/book';
import { callingHoursRoute } from './routes/calling-hours';
import { crmAdaptersRoutes } from './routes/crm-adapters';
import { customerDetailRoute } from './routes/customer-detail';
import { customerNamesRoute } from './routes/customer-names';
import { deskRoutes } from './routes/desk';
import { docsRoutes } from './routes/docs';
import { doubtsRoute } from './routes/doubts';
import { fewAtOnce } from './routes/few-at-once';
import { handoverRoutes } from './routes/handovers';
import { healthRoute } from './routes/health';
import { importedNotesRoute } from './routes/imported-notes';
import { LARGEST_UNSIGNED, limitBody } from './routes/limit-body';
import { mutationsRoute } from './routes/mutations';
import { npsReportRoute } from './routes/nps-report';
import { offersTodayRoute } from './routes/offers-today';
import { organisationRulesRoute } from './routes/organisation-rules';
import { outreachRoutes } from './routes/outreach';
import { packsRoute } from './routes/packs';
import { pagesRoute } from './routes/pages';
import { playbookLogRoute } from './routes/playbook-log';
import { reasonModelRoute } from './routes/reason-model';
import { requireRight } from './routes/require-right';
import { requireUser } from './routes/require-user';
import { sessionRoute } from './routes/session';
import { NAMELESS, namelessSignalsRoute, signalsRoutes } from './routes/signals';
import { type StoreApp, type StoreDeps, type StoreEnv, wireError } from './routes/store-app';
import { teamsRoutes } from './routes/teams';
import { type SignInWays, signInPage } from './sign-in/sign-in-page';

/** A hundred notes of the greatest length, with room. */
const LARGEST_BODY = 5 * 1024 * 1024;
const EXTENSION_ORIGIN = /^(chrome|moz)-extension:\/\/[\w-]+$/;

/** Methods, routes and times; no address, no body, no name. Of what is given without a name not even that it came. */
function logRequests(app: StoreApp, log: StoreDeps['log']): void {
  app.use(async (c, next) => {
    if (c.req.path === NAMELESS) return next();
    const start = performance.now();
    await next();
    const ms = Math.round(performance.now() - start);
    log.info({ method: c.req.method, route: routePath(c, -1), status: c.res.status, ms }, 'request');
  });
}

function guard(app: StoreApp, deps: StoreDeps): void {
  app.use(secureHeaders());
  // Other sites' pages get no answer they can read. No cookies cross over: the API knows tokens only.
  app.use(
    cors({
      origin: (origin) => (EXTENSION_ORIGIN.test(origin) ? origin : null),
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['authorization', 'content-type', 'if-none-match'],
      exposeHeaders: ['retry-after', 'etag', 'x-heed-version'],
      credentials: false,
      maxAge: 600,
    }),
  );
  namelessSignalsRoute(app, deps);
  app.use('/v1/*', requireUser(deps));
  app.use('/v1/*', requireRight());
  app.use('/v1/*', fewAtOnce());
  app.use('/v1/*', limitBody(LARGEST_BODY));
}

function answerErrors(app: StoreApp, log: StoreDeps['log']): void {
  app.notFound((c) => c.json(wireError('not-found', 'There is no such route.'), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) {
      return c.json(wireError('bad-input', 'The request can not be read.'), 400);
    }
    const code = 'code' in error ? String(error.code) : error.name;
    log.error({ route: routePath(c, -1), code }, 'a request failed');
    return c.json(
      wireError('internal', 'Something failed in the store. Nothing was lost: send it again.'),
      500,
    );
  });
}

/** The whole HTTP side of the store; `app.request()` works without a port. */
export function createApp(deps: StoreDeps & { auth: Auth; signIn: SignInWays }): StoreApp {
  const app: StoreApp = new OpenAPIHono<StoreEnv>({
    defaultHook: (result, c) => {
      if (result.success) return;
      const where = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
      return c.json(wireError('bad-input', `The ${result.target} does not fit its schema at: ${where}`), 400);
    },
  });
  logRequests(app, deps.log);
  guard(app, deps);
  healthRoute(app, deps);
  sessionRoute(app, deps);
  crmAdaptersRoutes(app, deps);
  accountNumbersRoute(app, deps);
  organisationRulesRoute(app, deps);
  bookRoute(app, deps);
  packsRoute(app, deps);
  pagesRoute(app, deps);
  blocksRoute(app, deps);
  customerDetailRoute(app, deps);
  customerNamesRoute(app, deps);
  mutationsRoute(app, deps);
  importedNotesRoute(app, deps);
  npsReportRoute(app, deps);
  playbookLogRoute(app, deps);
  outreachRoutes(app, deps);
  callingHoursRoute(app, deps);
  signalsRoutes(app, deps);
  doubtsRoute(app, deps);
  handoverRoutes(app, deps);
  approvalsRoutes(app, deps);
  offersTodayRoute(app, deps);
  deskRoutes(app, deps);
  teamsRoutes(app, deps);
  reasonModelRoute(app, deps);
  signInPage(app, deps.signIn);
  for (const { method, path } of authRoutes) {
    app.on(method, path, limitBody(LARGEST_UNSIGNED), (c) => {
      const address = c.env?.incoming?.socket.remoteAddress ?? '';
      return networkAddress.run(address, () => deps.auth.handler(c.req.raw));
    });
  }
  docsRoutes(app);
  answerErrors(app, deps.log);
  return app;
}
