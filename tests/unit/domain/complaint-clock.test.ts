import { describe, expect, it } from 'vitest';
import { complaintClock, defaultJurisdictions, jurisdictionOf } from '@/lib/domain/complaint-clock';
import { workCalendarSchema } from '@/lib/domain/work-calendar';

const london = workCalendarSchema.parse({ zone: 'Europe/London', holidays: ['2026-12-25', '2026-12-28'] });
const [general, fca] = defaultJurisdictions;
if (!general || !fca) throw new Error('no defaults');

const dates = (startedAt: string) => complaintClock(fca, london, new Date(startedAt)).map(({ on }) => on);

describe('the clock of a complaint', () => {
  it.each([
    ['Thursday noon', '2026-11-26T12:00:00Z', ['2026-12-01', '2027-01-21']],
    ['Friday noon', '2026-11-27T12:00:00Z', ['2026-12-02', '2027-01-22']],
    ['Saturday, when nobody works', '2026-11-28T12:00:00Z', ['2026-12-02', '2027-01-23']],
    ['Christmas Eve', '2026-12-24T12:00:00Z', ['2026-12-31', '2027-02-18']],
    [
      'half past midnight in summer, a day later than in UTC',
      '2026-07-01T23:30:00Z',
      ['2026-07-07', '2026-08-27'],
    ],
    ['over the night in which clocks go back', '2026-10-23T12:00:00Z', ['2026-10-28', '2026-12-18']],
  ])('received on %s', (_, startedAt, on) => {
    expect(dates(startedAt)).toEqual(on);
  });

  it('counts plain days as they come', () => {
    const steps = [{ name: 'Word back', count: 10, unit: 'days' as const }];
    const [due] = complaintClock({ ...general, steps }, london, new Date('2026-12-20T12:00:00Z'));
    expect(due).toEqual({ name: 'Word back', on: '2026-12-30' });
  });
});

describe('whose rules hold', () => {
  const rules = { jurisdictions: [general, fca], jurisdiction: 'uk-fca' };
  it.each([
    ['the note’s own', rules, 'general', 'general'],
    ['the organisation’s where the note names none', rules, null, 'uk-fca'],
    ['the organisation’s where the note’s are gone', rules, 'mars', 'uk-fca'],
    ['the first where nobody said', { ...rules, jurisdiction: null }, null, 'general'],
  ])('%s', (_, of, named, code) => {
    expect(jurisdictionOf(of, named)?.code).toBe(code);
  });

  it('nobody’s where there are none', () => {
    expect(jurisdictionOf({ jurisdictions: [], jurisdiction: null }, 'uk-fca')).toBeNull();
  });
});

it('what one starts with asks for a lawyer', () => {
  expect(defaultJurisdictions.every(({ unchecked }) => unchecked)).toBe(true);
});
