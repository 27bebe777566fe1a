import { type Teams, teamNameSchema } from '@/lib/protocol/teams';
import { teamsWords as w } from '../words/teams-words';

/** Why a team can't be called so, in words; null where it can. @param id of the team that is to have the name */
export function whyNoName(name: string, { id, teams }: { id: string; teams: Teams['teams'] }): string | null {
  const parsed = teamNameSchema.safeParse(name);
  if (!parsed.success) return w.noName;
  return teams.some((team) => team.name === parsed.data && team.id !== id) ? w.nameTaken : null;
}
