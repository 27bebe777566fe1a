import { Scalar } from '@scalar/hono-api-reference';
import type { StoreApp } from './store-app';

const OPENAPI = '3.1.0';
const info = {
  title: 'Heed, the central store',
  version: '1',
  description:
    'What the extension asks of the store. Sign-in is OAuth 2.1 with PKCE under /api/auth. A POST beyond what one sign-in may have waiting is answered 429 with Retry-After.',
};

/** `/openapi.json`, and the same for people to read at `/docs`. */
export function docsRoutes(app: StoreApp): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', { openapi: OPENAPI, info });
  // The reader's script comes from a public CDN: in a sandbox it has no origin, so no one's sign-in is within its reach.
  app.use('/docs', async (c, next) => {
    await next();
    c.header('Content-Security-Policy', 'sandbox allow-scripts');
  });
  app.get(
    '/docs',
    Scalar(() => ({ content: app.getOpenAPI31Document({ openapi: OPENAPI, info }), pageTitle: 'Heed API' })),
  );
}
