import { z } from 'zod';
import { roles } from './roles';

/** Made by whoever makes the team; of teams of before there were ids it is the name that they had then. */
const teamIdSchema = z.string().min(1).max(200);
export const LONGEST_TEAM_NAME = 80;
/** Nothing in it that is not seen: two names that look alike must be alike. */
export const teamNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_TEAM_NAME)
  .regex(/^[^\p{Cc}\p{Cs}\p{Cf}]*$/u);

/** `GET /v1/teams` */
export const teamsSchema = z.object({
  teams: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** ids of people */
      members: z.array(z.string()),
      supervisors: z.array(z.string()),
    }),
  ),
  people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(roles) })),
});
export type Teams = z.infer<typeof teamsSchema>;

/** `POST /v1/teams`: makes a team, or gives the one with this id another name. */
export const nameTeamSchema = z.object({ id: teamIdSchema, name: teamNameSchema });
export type NameTeam = z.infer<typeof nameTeamSchema>;

/** `POST /v1/teams/remove` */
export const removeTeamSchema = z.object({ id: teamIdSchema });

/** `POST /v1/teams/people`: what somebody is to a team from now on. */
export const placeInTeamSchema = z.object({
  teamId: teamIdSchema,
  userId: z.string().min(1).max(100),
  member: z.boolean(),
  supervises: z.boolean(),
});
export type PlaceInTeam = z.infer<typeof placeInTeamSchema>;
