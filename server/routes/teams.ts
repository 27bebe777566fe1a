import { createRoute } from '@hono/zod-openapi';
import type { z } from 'zod';
import { nameTeamSchema, placeInTeamSchema, removeTeamSchema, teamsSchema } from '@/lib/protocol/teams';
import { nameTeam, type Placed, placeInTeam, removeTeam } from '@/server/teams/change-teams';
import { readTeams } from '@/server/teams/read-teams';
import { bearer, done, errorResponses, type StoreApp, type StoreDeps, wireError } from './store-app';

const refused = { 400: errorResponses[400], 401: errorResponses[401], 403: errorResponses[403] };
const json = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } } });
const body = <T extends z.ZodType>(schema: T) => ({ body: { required: true, ...json(schema) } });
const none = { 404: errorResponses[404] };

const list = createRoute({
  ...{ method: 'get', path: '/v1/teams', security: bearer },
  summary: 'All teams, who belongs to each and who supervises it, and everybody who could',
  responses: { 200: { description: 'The teams by name', ...json(teamsSchema) }, ...refused },
});
const name = createRoute({
  ...{ method: 'post', path: '/v1/teams', security: bearer },
  summary: 'Makes a team, or gives the one with this id another name',
  request: body(nameTeamSchema),
  responses: {
    200: done,
    ...refused,
    409: { ...errorResponses[400], description: 'Another team has this name.' },
  },
});
const remove = createRoute({
  ...{ method: 'post', path: '/v1/teams/remove', security: bearer },
  summary: 'Removes a team; its people stay, in the other teams that they belong to',
  request: body(removeTeamSchema),
  responses: { 200: done, ...refused, ...none },
});
const place = createRoute({
  ...{ method: 'post', path: '/v1/teams/people', security: bearer },
  summary: 'Says whether somebody belongs to a team, and whether they supervise it',
  request: body(placeInTeamSchema),
  responses: { 200: done, ...refused, ...none },
});

const TAKEN = wireError('bad-input', 'Another team has this name: choose another name.');
const NO_TEAM = wireError('not-found', 'There is no such team any more: read the list anew.');
const NOT_PLACED: Record<Exclude<Placed, 'placed'>, ReturnType<typeof wireError>> = {
  'no-team': NO_TEAM,
  'no-person': wireError('not-found', 'There is no such person: read the list anew.'),
  'no-supervisor': wireError('bad-input', 'Only who has the role supervisor can supervise a team.'),
};

/** Who belongs to which team, and who supervises it: for administrators. */
export function teamsRoutes(app: StoreApp, { db, clock, log }: StoreDeps): void {
  app.openapi(list, async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await readTeams(db), 200);
  });
  app.openapi(name, async (c) => {
    const named = c.req.valid('json');
    if (!(await nameTeam(db, named))) return c.json(TAKEN, 409);
    log.info({ administrator: c.var.user.id, team: named.id }, 'a team was named');
    return c.json({}, 200);
  });
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('json');
    if (!(await removeTeam(db, { teamId: id, now: clock.now() }))) return c.json(NO_TEAM, 404);
    log.info({ administrator: c.var.user.id, team: id }, 'a team was removed');
    return c.json({}, 200);
  });
  app.openapi(place, async (c) => {
    const placing = c.req.valid('json');
    const placed = await placeInTeam(db, placing);
    if (placed === 'no-supervisor') return c.json(NOT_PLACED[placed], 400);
    if (placed !== 'placed') return c.json(NOT_PLACED[placed], 404);
    const { teamId: team, userId: person, member, supervises } = placing;
    log.info(
      { administrator: c.var.user.id, team, person, member, supervises },
      'somebody was placed in a team',
    );
    return c.json({}, 200);
  });
}
