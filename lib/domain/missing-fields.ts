import type { BadgeLevel } from './badge-level';
import type { NoteContent } from './note';
import { type OrganisationRules, type Requirable, requirable } from './organisation-rules';

const isSaid: Record<Requirable, (content: NoteContent) => boolean> = {
  caller: ({ caller }) => caller !== 'unverified',
  contactReason: ({ contactReason }) => contactReason !== null,
  reasons: ({ reasons }) => reasons.length > 0,
  severity: ({ severity }) => severity !== null,
  outcome: ({ outcome }) => outcome !== null,
};

/** What the organisation wants to stand in this note and doesn't yet. Of OK and Unknown customers it may want nothing. */
export function missingFields(
  content: NoteContent,
  { fields, of }: OrganisationRules['required'],
  level: BadgeLevel,
): Requirable[] {
  if (level !== 'at-risk' && !(of === 'all' && level === 'watch')) return [];
  return requirable.filter((field) => fields.includes(field) && !isSaid[field](content));
}
