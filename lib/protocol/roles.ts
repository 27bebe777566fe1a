export const roles = ['rep', 'supervisor', 'executive', 'administrator'] as const;
export type Role = (typeof roles)[number];

/*
 * Who may do what, in one place. The store checks it at each request; the extension only doesn't offer to others what
 * they would be refused.
 */

/** Who takes calls, and hands them over. */
export const callRoles = ['rep', 'supervisor'] as const satisfies readonly Role[];
/** Who calls customers in a quiet hour: whoever may read what is behind a card, but for those who only keep the store. */
export const outreachRoles = ['rep', 'supervisor', 'executive'] as const satisfies readonly Role[];
/** Who writes notes and says what looks wrong: whoever speaks with customers, also where Heed offered the call. */
export const noteRoles = outreachRoles;
/** Who is asked for more than a rep may give, and who may answer. */
export const approverRoles = ['supervisor', 'administrator'] as const satisfies readonly Role[];
/** Who may store the notes that a rep saved as a file. */
export const importerRoles = ['supervisor', 'administrator'] as const satisfies readonly Role[];
/** Who reads what reps said looks wrong. */
export const doubtReaderRoles = ['supervisor', 'administrator'] as const satisfies readonly Role[];
/** Who reviews notes at the desk, and publishes them. */
export const deskRoles = ['supervisor', 'administrator'] as const satisfies readonly Role[];
/** Who reads what holds for many: the NPS table, signals. */
export const reportRoles = ['supervisor', 'executive', 'administrator'] as const satisfies readonly Role[];

/** Who says who belongs to which team, and who supervises it. */
export const teamKeeperRoles = ['administrator'] as const satisfies readonly Role[];

/** @param role of who is signed in; where it isn't known yet, nothing is theirs */
export function may(role: Role | undefined, allowed: readonly Role[]): boolean {
  return role !== undefined && allowed.includes(role);
}
