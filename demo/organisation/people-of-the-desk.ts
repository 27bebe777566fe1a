import type { Role } from '@/lib/protocol/roles';

export type DeskPerson = {
  email: string;
  name: string;
  role: Role;
  team: string;
  supervises?: readonly string[];
};

const DOMAIN = 'demo-telecom.example';
const rep = (short: string, name: string, team: string): DeskPerson => ({
  email: `rep.${short}@${DOMAIN}`,
  name,
  role: 'rep',
  team,
});

/** Signed in by the demo. */
export const ANA = rep('ana', 'Ana Sousa', 'Blue');
/** Their browser shows that the note has reached the store. */
export const BEN = rep('ben', 'Ben Whitlock', 'Green');

/** Who wrote the generated notes; a note's `author` counts in this list. */
export const desk: readonly DeskPerson[] = [
  ANA,
  BEN,
  rep('chi', 'Chiamaka Eze', 'Blue'),
  rep('dov', 'Dov Friedman', 'Blue'),
  rep('ewa', 'Ewa Gołąb', 'Green'),
  rep('fin', 'Finlay MacLeod', 'Green'),
];

export const SUPERVISOR: DeskPerson = {
  email: `supervisor@${DOMAIN}`,
  name: 'Sunita Sharma',
  role: 'supervisor',
  team: 'Blue',
  supervises: ['Blue', 'Green'],
};
