import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import type { Random } from './random';
import { type Topic, topics } from './topics';

export const YEARS_BACK = 2;
const SPAN = YEARS_BACK * 365;

/** One contact of a customer with the service desk, as the generator thinks of it. */
export type Contact = {
  at: Date;
  topic: Topic;
  resolved: boolean;
  /** a promise was given; kept or not */
  promise: { kept: boolean } | null;
};

/** An instant of the working day that lies `daysAgo` days before `start`. */
export function workingHour(start: Date, daysAgo: number, random: Random): Date {
  const midnight = start.getTime() - Math.max(1, Math.round(daysAgo)) * DAY;
  return new Date(midnight + 8 * HOUR + random.int(0, 10 * 60 - 1) * MINUTE);
}

const [firstTopic, ...otherTopics] = topics;
const weightedTopics = [
  [firstTopic, firstTopic.weight],
  ...otherTopics.map((t) => [t, t.weight] as const),
] as const satisfies [readonly [Topic, number], ...(readonly [Topic, number])[]];

function makeContact(at: Date, topic: Topic, random: Random): Contact {
  const resolved = random.chance(0.72);
  const promise = random.chance(resolved ? 0.1 : 0.35) ? { kept: random.chance(0.8) } : null;
  return { at, topic, resolved, promise };
}

/**
 * Two years of contacts, oldest first. What was not solved comes back: most repeats are about the same topic, within
 * a few weeks.
 * @param trouble how often this customer has a reason to call, 1 on average
 */
export function makeContacts(start: Date, firstDay: number, trouble: number, random: Random): Contact[] {
  const found: Contact[] = [];
  const perDay = (0.95 * trouble) / 365;
  let daysAgo = Math.min(SPAN, firstDay);
  for (;;) {
    daysAgo -= -Math.log(1 - random.next()) / perDay;
    if (daysAgo < 1) return found;
    let topic = random.weighted(weightedTopics);
    let contact = makeContact(workingHour(start, daysAgo, random), topic, random);
    found.push(contact);
    while ((!contact.resolved || contact.promise?.kept === false) && random.chance(0.6)) {
      daysAgo -= random.int(3, 24);
      if (daysAgo < 1) return found;
      if (random.chance(0.15)) topic = random.weighted(weightedTopics);
      contact = makeContact(workingHour(start, daysAgo, random), topic, random);
      found.push(contact);
    }
  }
}
