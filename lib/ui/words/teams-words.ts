import { inLanguage } from '@/lib/platform/language';
import type { Role } from '@/lib/protocol/roles';
import { teamsEs } from './es/teams-words';

const roleNames: Record<Role, string> = {
  rep: 'rep',
  supervisor: 'supervisor',
  executive: 'executive',
  administrator: 'administrator',
};

/** What the administrator's page of teams says. */
export const teamsEn = {
  title: 'Teams',
  lead: 'A supervisor sees at the desk the notes of those whose team they supervise. Administrators see everybody’s.',
  none: 'There are no teams: every supervisor sees everybody’s notes. With the first team that ends.',
  loading: 'Reading the teams…',
  newName: 'Name of a new team',
  make: 'Make this team',
  name: (team: string) => `Name of ${team}`,
  rename: 'Rename',
  nameTaken: 'There is a team with this name already: choose another one.',
  noName: 'Give it a name of at most 80 characters.',
  nobody: 'Nobody is in it yet.',
  nobodySupervises: 'Nobody supervises it: its notes wait for administrators alone.',
  roles: roleNames,
  member: 'belongs',
  memberLong: (person: string, team: string) => `${person} belongs to ${team}`,
  supervises: 'supervises',
  supervisesLong: (person: string, team: string) => `${person} supervises ${team}`,
  emailOf: (team: string) => `E-mail of somebody to put into ${team}`,
  put: 'Put in',
  unknown: 'Nobody here has this e-mail address.',
  there: 'They are in it already.',
  remove: 'Remove this team…',
  removeSure: (team: string) => `Remove ${team}? Its people and their notes stay.`,
  removeNow: (team: string) => `Remove ${team}`,
  keep: 'Keep it',
  notDone: 'That wasn’t done. Nothing was changed; try again.',
  gone: 'That was changed by somebody else meanwhile. Here is how it is now.',
  someoneElse: 'Somebody else is signed in by now. Nothing was changed.',
  notYours: 'Teams are for administrators.',

  card: {
    title: 'Teams',
    lead: 'Who belongs to which team, and who supervises it.',
    open: 'Open teams',
  },
} as const;

export const teamsWords = inLanguage(teamsEn, teamsEs);
