import { expect, it } from 'vitest';
import { organisationRulesSchema } from '@/lib/domain/organisation-rules';
import { nextWorkingDay } from '@/lib/ui/next-working-day';

const holidays = ['2026-12-25', '2026-12-28'];
const rules = organisationRulesSchema.parse({ calendar: { zone: 'Europe/London', holidays } });

it.each([
  ['a Thursday before a holiday, a weekend and one more', { rules }, '2026-12-24T12:00:00Z', '2026-12-29'],
  ['late on a Sunday in UTC that is Monday there', madrid(), '2026-11-22T23:30:00Z', '2026-11-24'],
  ['before the organisation’s calendar is here, a Friday', null, '2026-11-27T12:00:00Z', '2026-11-30'],
])('after %s', (_, organisation, now, then) => {
  expect(nextWorkingDay(organisation, new Date(now))).toBe(then);
});

function madrid() {
  return { rules: organisationRulesSchema.parse({ calendar: { zone: 'Europe/Madrid' } }) };
}
