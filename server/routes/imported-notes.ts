import { createRoute } from '@hono/zod-openapi';
import { importedNotesSchema, unsentNotesFileSchema } from '@/lib/protocol/imported-notes';
import { importNotes } from '@/server/mutations/import-notes';
import { bearer, errorResponses, type StoreApp, type StoreDeps } from './store-app';

const route = createRoute({
  method: 'post',
  path: '/v1/imported-notes',
  summary:
    'Stores notes that a rep exported to a file, each once, as theirs and as imported by who is signed in',
  security: bearer,
  request: {
    body: { required: true, content: { 'application/json': { schema: unsentNotesFileSchema } } },
  },
  responses: {
    200: {
      description:
        'As whose they were stored, and a result for each note of the file; one that failed can be imported again',
      content: { 'application/json': { schema: importedNotesSchema } },
    },
    400: errorResponses[400],
    401: errorResponses[401],
    403: errorResponses[403],
    413: { ...errorResponses[400], description: 'The file is larger than the store takes.' },
  },
});

export function importedNotesRoute(app: StoreApp, { db, clock, log, wakePublisher }: StoreDeps): void {
  app.openapi(route, async (c) => {
    const { user } = c.var;
    const { author, results } = await importNotes({ db, clock, log }, user, c.req.valid('json'));
    const stored = results.filter((r) => r.status === 'stored').length;
    log.info({ importer: user.id, notes: results.length, stored }, 'notes were imported');
    wakePublisher();
    return c.json({ author, results }, 200);
  });
}
