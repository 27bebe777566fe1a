import { DAY, HOUR } from '@/lib/platform/clock';
import { type Contact, workingHour, YEARS_BACK } from './contacts';
import type { GeneratedCase, GeneratedResponse } from './generated';
import type { Random } from './random';
import { seededId } from './seeded-id';
import { topics } from './topics';
import { verbatimFor } from './verbatims';

const MODES = [
  ['email', 60],
  ['web', 25],
  ['phone', 15],
] as const;
const QUARANTINE = 90 * DAY;

export type Mood = { contacts: readonly Contact[]; disposition: number };

/** How a customer would score on that day: disposition, less what went wrong lately. Phone answers run a little higher. */
export function scoreOn(at: Date, mood: Mood, mode: string, random: Random): number {
  const lately = (days: number) =>
    mood.contacts.filter((c) => c.at <= at && at.getTime() - c.at.getTime() < days * DAY);
  const contacts = lately(90);
  const unsolved = contacts.filter((c) => !c.resolved).length;
  const broken = lately(180).filter((c) => c.promise?.kept === false).length;
  const raw =
    mood.disposition -
    0.7 * Math.min(contacts.length, 5) -
    1.1 * Math.min(unsolved, 3) -
    1.9 * Math.min(broken, 2) +
    (mode === 'phone' ? 0.6 : 0) +
    1.1 * random.normal();
  return Math.max(0, Math.min(10, Math.round(raw)));
}

function answer(at: Date, kind: GeneratedResponse['kind'], mood: Mood, random: Random): GeneratedResponse {
  const mode = random.weighted(MODES);
  const score = scoreOn(at, mood, mode, random);
  const topic = mood.contacts.findLast((c) => c.at <= at)?.topic ?? random.pick(topics);
  return {
    id: seededId(at, random),
    score: random.chance(0.012) ? null : score,
    verbatim: verbatimFor(score, topic, random),
    at,
    kind,
    mode,
    confidentiality: random.chance(0.035) ? 'aggregate-only' : 'attributable',
    about: kind === 'transactional' ? 'Service contact' : null,
  };
}

/** The brand survey twice a year, and one after a contact, no two within a quarter; most people don't answer. Oldest first. */
export function makeResponses(
  start: Date,
  firstDay: number,
  mood: Mood,
  random: Random,
): GeneratedResponse[] {
  const rounds: { at: Date; kind: GeneratedResponse['kind'] }[] = [];
  for (let daysAgo = YEARS_BACK * 365 - random.int(0, 180); daysAgo > 4; daysAgo -= 182) {
    if (daysAgo < firstDay - 30 && random.chance(0.42)) {
      rounds.push({ at: workingHour(start, daysAgo, random), kind: 'relational' });
    }
  }
  for (const contact of mood.contacts) {
    const at = new Date(contact.at.getTime() + random.int(20, 70) * HOUR);
    if (at < start && random.chance(0.3)) rounds.push({ at, kind: 'transactional' });
  }
  rounds.sort((a, b) => a.at.getTime() - b.at.getTime());
  const kept: typeof rounds = [];
  for (const round of rounds) {
    const last = kept.at(-1);
    if (!last || round.at.getTime() - last.at.getTime() >= QUARANTINE) kept.push(round);
  }
  return kept.map((round) => answer(round.at, round.kind, mood, random));
}

/** A low score opens a case, due in two days; most are closed, the old ones all. */
export function makeCases(
  start: Date,
  responses: readonly GeneratedResponse[],
  random: Random,
): GeneratedCase[] {
  return responses.flatMap((r) => {
    if (r.score === null || r.score > 6 || r.confidentiality !== 'attributable' || random.chance(0.3))
      return [];
    const age = (start.getTime() - r.at.getTime()) / DAY;
    const closedAt = new Date(r.at.getTime() + random.int(10, 400) * HOUR);
    const open = age < 90 && (closedAt > start || random.chance(0.35));
    const openedAt = new Date(r.at.getTime() + HOUR);
    return [
      {
        id: seededId(openedAt, random),
        openedAt,
        dueAt: new Date(openedAt.getTime() + 2 * DAY),
        closedAt: open ? null : closedAt < start ? closedAt : start,
      },
    ];
  });
}
