import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  askBackSchema,
  deskDoneSchema,
  deskListSchema,
  deskNoteSchema,
  deskQuerySchema,
  exemplarySchema,
  previewRequestSchema,
  previewSchema,
  publishedSchema,
  publishSchema,
  reviewSchema,
  undoneSchema,
  undoSchema,
} from '@/lib/protocol/desk';
import { readCursor } from '@/server/desk/desk-cursor';
import { listDesk } from '@/server/desk/list-desk';
import { previewPublish } from '@/server/desk/preview-publish';
import { publishNotes, takeBack } from '@/server/desk/publish-note';
import { readDeskNote } from '@/server/desk/read-desk-note';
import { type Acting, askBack, type DeskOutcome, markExemplary, reviewNote } from '@/server/desk/review-note';
import { authorsSeenBy, maySeeNotesOf } from '@/server/desk/whose-notes';
import { noteOwner } from '@/server/mutations/note-owner';
import { bearer, errorResponses, type StoreApp, type StoreDeps, type StoreEnv, wireError } from './store-app';

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const body = <T extends z.ZodType>(schema: T) => ({ body: { required: true, content: json(schema) } });
const answer = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, content: json(schema) },
  ...{ 400: errorResponses[400], 401: errorResponses[401], 403: errorResponses[403] },
});
const params = z.object({ id: z.uuid() });
const none = { 404: errorResponses[404] };
const NONE = wireError('not-found', 'No such note is at the desk, or none that you may see.');
const CURSOR = wireError('bad-input', 'No page of the desk ended with this: begin at the first.');
const done = answer('What became of it; with `conflict` nothing was done', deskDoneSchema);

const list = createRoute({
  ...{ method: 'get', path: '/v1/desk/notes', security: bearer },
  summary: 'Notes on their way into the record: exceptions first, each with why it is there',
  request: { query: deskQuerySchema },
  responses: answer('A page, and what asks for the next', deskListSchema),
});
const read = createRoute({
  ...{ method: 'get', path: '/v1/desk/notes/{id}', security: bearer },
  summary: 'All that is known of a note at the desk: what it says and said, why it is there, what was done',
  request: { params },
  responses: { ...answer('The note', deskNoteSchema), ...none },
});
const review = createRoute({
  ...{ method: 'post', path: '/v1/desk/notes/{id}/review', security: bearer },
  summary: 'Says that this version was reviewed, with how it was coded corrected where it has to be',
  request: { params, ...body(reviewSchema) },
  responses: { ...done, ...none },
});
const exemplary = createRoute({
  ...{ method: 'post', path: '/v1/desk/notes/{id}/exemplary', security: bearer },
  summary: 'Marks a note as one to learn from, or takes the mark away',
  request: { params, ...body(exemplarySchema) },
  responses: { ...done, ...none },
});
const ask = createRoute({
  ...{ method: 'post', path: '/v1/desk/notes/{id}/ask', security: bearer },
  summary: 'Asks a note’s author a question; it comes back when they have edited it',
  request: { params, ...body(askBackSchema) },
  responses: { ...done, ...none },
});
const preview = createRoute({
  ...{ method: 'post', path: '/v1/desk/publish/preview', security: bearer },
  summary: 'What publishing these would change in the record; nothing is done',
  request: body(previewRequestSchema),
  responses: answer('Note by note, and in sum', previewSchema),
});
const publish = createRoute({
  ...{ method: 'post', path: '/v1/desk/publish', security: bearer },
  summary: 'Puts reviewed notes into the record; each counts once under the request’s id',
  request: body(publishSchema),
  responses: answer('What became of each', publishedSchema),
});
const undo = createRoute({
  ...{ method: 'post', path: '/v1/desk/publish/undo', security: bearer },
  summary: 'Takes back what a request published, while nothing beyond the store has taken it',
  request: body(undoSchema),
  responses: answer('What became of each', undoneSchema),
});

function readingRoutes(app: StoreApp, { db, clock }: StoreDeps): void {
  app.openapi(list, async (c) => {
    const { after, ...asked } = c.req.valid('query');
    const cursor = after === undefined ? null : readCursor(after);
    if (after !== undefined && !cursor) return c.json(CURSOR, 400);
    c.header('Cache-Control', 'no-store');
    const authors = await authorsSeenBy(db, c.var.user);
    return c.json(await listDesk(db, { ...asked, after: cursor, authors }), 200);
  });

  app.openapi(read, async (c) => {
    const { id: noteId } = c.req.valid('param');
    const customerId = await noteOwner(db, noteId);
    const note =
      customerId === undefined ? null : await readDeskNote(db, { customerId, noteId }, clock.now());
    c.header('Cache-Control', 'no-store');
    const isSeen = note !== null && (await maySeeNotesOf(db, c.var.user, note.author.id));
    return isSeen ? c.json(note, 200) : c.json(NONE, 404);
  });
}

function changingRoutes(app: StoreApp, { db, clock, wakePublisher, log }: StoreDeps): void {
  const acting = (c: Context<StoreEnv>, requestId: string): Acting => ({
    ...{ requestId, viewer: c.var.user, at: clock.now() },
  });
  async function told(noteId: string, outcome: DeskOutcome | null) {
    if (outcome?.state !== 'done') return outcome;
    wakePublisher();
    const note = await readDeskNote(db, { customerId: outcome.customerId, noteId }, clock.now());
    return note && { state: 'done' as const, note };
  }

  app.openapi(review, async (c) => {
    const { id: noteId } = c.req.valid('param');
    const { requestId, version, correction } = c.req.valid('json');
    const reviewing = { noteId, version, correction, ...acting(c, requestId) };
    const outcome = await told(noteId, await reviewNote(db, reviewing));
    return outcome ? c.json(outcome, 200) : c.json(NONE, 404);
  });
  app.openapi(exemplary, async (c) => {
    const { id: noteId } = c.req.valid('param');
    const { requestId, exemplary: is } = c.req.valid('json');
    const outcome = await told(
      noteId,
      await markExemplary(db, { noteId, exemplary: is, ...acting(c, requestId) }),
    );
    return outcome ? c.json(outcome, 200) : c.json(NONE, 404);
  });
  app.openapi(ask, async (c) => {
    const { id: noteId } = c.req.valid('param');
    const { requestId, version, question } = c.req.valid('json');
    const outcome = await told(
      noteId,
      await askBack(db, { noteId, version, question, ...acting(c, requestId) }),
    );
    return outcome ? c.json(outcome, 200) : c.json(NONE, 404);
  });

  app.openapi(publish, async (c) => {
    const { requestId, notes } = c.req.valid('json');
    return c.json({ results: await publishNotes({ db, log }, notes, acting(c, requestId)) }, 200);
  });
  app.openapi(undo, async (c) => {
    const { requestId, of, notes } = c.req.valid('json');
    return c.json({ results: await takeBack({ db, log }, notes, { ...acting(c, requestId), of }) }, 200);
  });
}

/** The supervisor's desk: what reps wrote, looked at, and put into the record. */
export function deskRoutes(app: StoreApp, deps: StoreDeps): void {
  readingRoutes(app, deps);
  changingRoutes(app, deps);
  app.openapi(preview, async (c) => {
    const { notes } = c.req.valid('json');
    return c.json(await previewPublish(deps.db, notes, c.var.user), 200);
  });
}
