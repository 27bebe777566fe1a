import { z } from 'zod';
import { nameTeamSchema, placeInTeamSchema, removeTeamSchema, teamsSchema } from '@/lib/protocol/teams';
import { method, ok } from './rpc-method';

/** `NoteUser.id` of whom it was shown to: in their name it is done; refused where that is somebody else now. */
const by = { by: z.string() };
const page = ['page'] as const;

/** Who belongs to which team, and who supervises it: a page of our own only. */
export const teamMethods = {
  'teams.list': method({ from: page, input: z.object({}), output: teamsSchema.extend(by) }),
  'teams.name': method({ from: page, input: nameTeamSchema.extend(by), output: ok }),
  'teams.remove': method({ from: page, input: removeTeamSchema.extend(by), output: ok }),
  'teams.place': method({ from: page, input: placeInTeamSchema.extend(by), output: ok }),
} as const;
