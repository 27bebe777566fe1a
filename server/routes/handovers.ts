import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import {
  colleaguesSchema,
  findHandoversSchema,
  givenListSchema,
  handoverIdSchema,
  handoversSchema,
  takenNoteSchema,
} from '@/lib/protocol/handover';
import { closeHandover, takeHandover, withdrawHandover } from '@/server/handovers/change-handover';
import { readColleagues } from '@/server/handovers/read-colleagues';
import { findHandovers, givenBy } from '@/server/handovers/read-handover';
import { bearer, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const refused = { 400: errorResponses[400], 401: errorResponses[401], 403: errorResponses[403] };
const json = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } } });
const body = <T extends z.ZodType>(schema: T) => ({ body: { required: true, ...json(schema) } });
const answer = <T extends z.ZodType>(description: string, schema: T) => ({ description, ...json(schema) });

const colleagues = createRoute({
  ...{ method: 'get', path: '/v1/colleagues', security: bearer },
  summary: 'Whom a call can be handed to: names and teams alone',
  responses: { 200: answer('Everybody else who takes calls', colleaguesSchema), ...refused },
});
const find = createRoute({
  ...{ method: 'post', path: '/v1/handovers/find', security: bearer },
  summary: 'What is handed over of a customer to the reader, named or by their team',
  request: body(findHandoversSchema),
  responses: { 200: answer('The newest first', handoversSchema), ...refused },
});
const mine = createRoute({
  ...{ method: 'get', path: '/v1/handovers/mine', security: bearer },
  summary: 'What became of the handovers that the reader gave',
  responses: { 200: answer('Until the reader has read it', givenListSchema), ...refused },
});
const nothing = {
  ...errorResponses[404],
  description: 'Somebody else has it, or it is over, or none of theirs.',
};
const take = createRoute({
  ...{ method: 'post', path: '/v1/handovers/take', security: bearer },
  summary: 'Takes a handover: one alone gets it',
  request: body(handoverIdSchema),
  responses: { 200: answer('The half-written note', takenNoteSchema), ...refused, 404: nothing },
});
const withdraw = createRoute({
  ...{ method: 'post', path: '/v1/handovers/withdraw', security: bearer },
  summary: 'Takes back what the reader handed over, if nobody took it',
  request: body(handoverIdSchema),
  responses: { 200: answer('The half-written note', takenNoteSchema), ...refused, 404: nothing },
});
const close = createRoute({
  ...{ method: 'post', path: '/v1/handovers/close', security: bearer },
  summary: 'Says that the giver has read what became of a handover',
  request: body(handoverIdSchema),
  responses: { 200: answer('Done', z.object({})), ...refused },
});

const GONE = wireError('not-found', 'Somebody else has this handover, or it is over.');

export function handoverRoutes(app: StoreApp, { db, clock }: StoreDeps): void {
  app.openapi(colleagues, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await readColleagues(db, c.var.user), 200);
  });
  app.openapi(find, async (c) => {
    const asking = { reader: c.var.user, now: clock.now() };
    const handovers = await findHandovers(db, c.req.valid('json').customer, asking);
    return c.json({ handovers }, 200);
  });
  app.openapi(mine, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ given: await givenBy(db, { reader: c.var.user, now: clock.now() }) }, 200);
  });
  app.openapi(take, async (c) => {
    const asking = { reader: c.var.user, now: clock.now() };
    const taken = await takeHandover(db, c.req.valid('json').handoverId, asking);
    return taken ? c.json(taken, 200) : c.json(GONE, 404);
  });
  app.openapi(withdraw, async (c) => {
    const asking = { reader: c.var.user, now: clock.now() };
    const back = await withdrawHandover(db, c.req.valid('json').handoverId, asking);
    return back ? c.json(back, 200) : c.json(GONE, 404);
  });
  app.openapi(close, async (c) => {
    const { handoverId } = c.req.valid('json');
    await closeHandover(db, handoverId, { reader: c.var.user, now: clock.now() });
    return c.json({}, 200);
  });
}
