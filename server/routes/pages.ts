import { createRoute, z } from '@hono/zod-openapi';
import { readPage } from '@/server/publish/read-page';
import {
  bearer,
  errorResponses,
  OCTETS,
  octets,
  type StoreApp,
  type StoreDeps,
  wireError,
} from './store-app';

const route = createRoute({
  method: 'get',
  path: '/v1/pages/{n}',
  summary: 'Changes of the book: versions 1,000 n + 1 to 1,000 (n + 1), as far as there are',
  security: bearer,
  request: {
    params: z.object({ n: z.coerce.number().int().nonnegative() }),
    query: z.object({ book: z.uuid() }),
  },
  responses: {
    200: octets('The sealed page. A full one never changes; the last one has an ETag'),
    304: { description: 'The last page, as it was' },
    400: errorResponses[400],
    401: errorResponses[401],
    410: errorResponses[410],
  },
});

export function pagesRoute(app: StoreApp, { db }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const page = await readPage(db, c.req.valid('param').n, c.req.valid('query').book);
    if (!page) return c.json(wireError('gone', 'This page is not kept: take the manifest anew.'), 410);
    c.header('Cache-Control', page.full ? 'private, max-age=31536000, immutable' : 'no-cache');
    c.header('ETag', page.etag);
    if (c.req.header('if-none-match') === page.etag) return c.body(null, 304);
    return c.body(page.bytes, 200, OCTETS);
  });
}
