import { type OrganisationRules, organisationRulesSchema } from '@/lib/domain/organisation-rules';
import { dayIn } from '@/lib/domain/time-zone';
import { workingDayAfter } from '@/lib/domain/work-calendar';

/** Until the organisation's own are here: under whose rules a complaint runs is not known yet. */
export const firstRules: OrganisationRules = organisationRulesSchema.parse({ jurisdictions: [] });

/** The first day after today on which the organisation's people are there, holidays left out. */
export function nextWorkingDay(organisation: { rules: OrganisationRules } | null, now: Date): string {
  const { calendar } = organisation?.rules ?? firstRules;
  return workingDayAfter(calendar, dayIn(calendar.zone, now), 1);
}
