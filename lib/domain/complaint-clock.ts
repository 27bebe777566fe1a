import { z } from 'zod';
import { dayIn } from './time-zone';
import { addDays, type WorkCalendar, workingDayAfter } from './work-calendar';

export const clockUnits = ['business-days', 'days', 'weeks'] as const;
export type ClockUnit = (typeof clockUnits)[number];

const clockStepSchema = z.object({
  /** what must have happened by then, in the organisation's words */
  name: z.string().min(1).max(60),
  count: z.int().min(1).max(365),
  unit: z.enum(clockUnits),
});
export type ClockStep = z.infer<typeof clockStepSchema>;

/** Whose rules a complaint runs by. They are data: regulators change them, and each has its own. */
export const jurisdictionSchema = z.object({
  code: z.string().min(1).max(60),
  name: z.string().min(1).max(80),
  steps: z.array(clockStepSchema).min(1).max(6),
  /** nobody of the organisation has confirmed yet that these are its terms */
  unchecked: z.boolean().default(false),
});
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;

/**
 * To start with, until the organisation has asked its lawyer. UK: DISP 1.5 (resolved by the close of the third business
 * day following receipt) and 1.6 (final response by the end of eight weeks).
 */
export const defaultJurisdictions: readonly Jurisdiction[] = [
  {
    code: 'general',
    name: 'General',
    steps: [
      { name: 'First answer', count: 5, unit: 'business-days' },
      { name: 'Final answer', count: 8, unit: 'weeks' },
    ],
    unchecked: true,
  },
  {
    code: 'uk-fca',
    name: 'UK, financial (FCA)',
    steps: [
      { name: 'Simple route', count: 3, unit: 'business-days' },
      { name: 'Final answer', count: 8, unit: 'weeks' },
    ],
    unchecked: true,
  },
];

export type Due = { name: string; on: string };

function dueOn({ count, unit }: ClockStep, calendar: WorkCalendar, received: string): string {
  if (unit === 'business-days') return workingDayAfter(calendar, received, count);
  return addDays(received, unit === 'weeks' ? count * 7 : count);
}

/**
 * By the end of which days what must have happened. The clock runs from the day on which the call began, where the
 * organisation is: that day itself doesn't count.
 */
export function complaintClock({ steps }: Jurisdiction, calendar: WorkCalendar, startedAt: Date): Due[] {
  const received = dayIn(calendar.zone, startedAt);
  return steps.map((step) => ({ name: step.name, on: dueOn(step, calendar, received) }));
}

/** Whose rules hold for a note: those it names, else the organisation's own. */
export function jurisdictionOf(
  { jurisdictions, jurisdiction }: { jurisdictions: readonly Jurisdiction[]; jurisdiction: string | null },
  named: string | null,
): Jurisdiction | null {
  const of = (code: string | null) => jurisdictions.find((one) => one.code === code);
  return of(named) ?? of(jurisdiction) ?? jurisdictions[0] ?? null;
}
