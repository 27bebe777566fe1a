import type { CardContent, DriverCode } from '@/lib/domain/card';
import type { Identifier } from '@/lib/domain/identifier';

/** A number between 0 and 1 that belongs to a customer and a purpose, always the same. */
function share(number: number, purpose: number): number {
  let h = Math.imul(number ^ (purpose * 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

const START = Date.parse('2026-11-01T00:00:00Z');
const past = (number: number, purpose: number, days: number) =>
  new Date(Math.floor((START - share(number, purpose) * days * 86_400_000) / 1000) * 1000).toISOString();
const pick = <T>(list: readonly [T, ...T[]], at: number): T => list[Math.floor(at * list.length)] ?? list[0];

const tiers: [string, string, string] = ['Bronze', 'Silver', 'Gold'];
const reasons: [string, ...string[]] = [
  'billed-twice',
  'late-delivery',
  'price-rise',
  'told-again',
  'faulty',
];
const codes: [DriverCode, ...DriverCode[]] = [
  'score-detractor',
  'contract-monthly',
  'contacts-many',
  'tenure-short',
];

/** Identifiers of a generated customer: nobody has them (RFC 2606, Ofcom's numbers for drama). */
export function identifiersOf(number: number): Identifier[] {
  return [
    { kind: 'email', value: `customer.${number}@example.org` },
    { kind: 'phone', value: `+4420${String(number).padStart(8, '0')}` },
    { kind: 'externalId', system: 'demo', recordType: 'customer', value: `C-${number}` },
  ];
}

/**
 * A card of a generated customer: two in three have answered a survey, half of those more than once; four in ten have
 * called of late. It packs as real ones do only as far as these shares are real.
 */
export function cardOf(number: number): CardContent {
  const at = (purpose: number) => share(number, purpose);
  const answered = at(1) < 0.66;
  const called = at(2) < 0.4;
  const points = Math.floor(at(3) * 90);
  const drivers = Math.floor(at(4) * 4);
  return {
    score: answered
      ? {
          value: Math.floor(at(5) * 11),
          at: past(number, 6, 700),
          kind: 'relational',
          mode: pick(['email', 'web', 'sms'], at(7)),
        }
      : null,
    earlier: answered && at(8) < 0.5 ? [{ value: Math.floor(at(9) * 11), at: past(number, 10, 1000) }] : [],
    risk: {
      level: !answered && !called ? 'unknown' : points > 75 ? 'high' : points > 50 ? 'elevated' : 'low',
      points,
      drivers: Array.from({ length: drivers }, (_, i) => ({
        code: codes[i] ?? codes[0],
        points: 5 * (4 - i),
      })),
      at: '2026-11-01T02:00:00.000Z',
    },
    tier: pick(tiers, at(11)),
    since: past(number, 12, 4000).slice(0, 10),
    contract: pick(['monthly', 'yearly', 'longer'], at(13)),
    contacts90: called ? 1 + Math.floor(at(14) * 4) : 0,
    lastContactAt: called ? past(number, 15, 90) : null,
    lastReasons: called ? [pick(reasons, at(16))] : [],
    brokenPromises: at(17) < 0.03 ? 1 : 0,
    openCase: at(18) < 0.04 ? { dueAt: past(number, 19, 10) } : null,
    complaintOpen: at(20) < 0.02,
    supportNeeded: at(21) < 0.02,
    doNotContact: at(22) < 0.03,
  };
}
