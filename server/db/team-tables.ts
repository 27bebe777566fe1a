/** `team_id` never changes, whatever the team is called; of teams of before there was this table it is their first name. */
type Teams = { team_id: string; name: string };

/** Who belongs to a team. Which of theirs goes first, for handovers and signals, is `team` in their row of `user`. */
type TeamMembers = { team_id: string; user_id: string };

/** Who supervises a team, whether or not they belong to it; it counts only while their role is supervisor. */
type TeamSupervisors = { team_id: string; user_id: string };

export type TeamTables = { teams: Teams; team_members: TeamMembers; team_supervisors: TeamSupervisors };
