import { DAY } from '@/lib/platform/clock';
import { makeContacts } from './contacts';
import { FEATURED_NUMBER, makeFeaturedCustomer } from './featured-customer';
import type { GeneratedCustomer, GeneratedOrganisation } from './generated';
import { noteOf } from './notes';
import { createPeopleMaker, type PeopleMaker } from './people';
import { createRandom, type Random } from './random';
import { seededId } from './seeded-id';
import { makeCases, makeResponses } from './surveys';

export const ORGANISATION_NAME = 'Demo Telecom';

const TIERS = [
  ['Standard', 62],
  ['Silver', 28],
  ['Gold', 10],
] as const;
/** What a month costs, in minor units. */
const MONTHLY_VALUE = { Gold: 6900, Silver: 4200, Standard: 2700 };

function makeTenure(random: Random): { days: number; contract: GeneratedCustomer['contract'] } {
  const days = Math.min(6000, Math.ceil(20 - 1150 * Math.log(1 - random.next())));
  const monthly = days < 365 ? 0.65 : 0.42;
  const contract = random.chance(monthly) ? 'monthly' : random.chance(0.6) ? 'yearly' : 'longer';
  return { days, contract };
}

/** In the order of the customer numbers, so that the store's own numbers come out the same: C-00202 is #202. */
function customerId(index: number, start: Date, random: Random): string {
  return seededId(new Date(start.getTime() + index), random);
}

function makeCustomer(index: number, start: Date, people: PeopleMaker, random: Random): GeneratedCustomer {
  const tenure = makeTenure(random);
  const tier = random.weighted(TIERS);
  const trouble = Math.exp(0.7 * random.normal() - 0.245);
  const contacts = makeContacts(start, tenure.days, trouble, random);
  const mood = { contacts, disposition: 8.0 + 1.6 * random.normal() };
  const responses = makeResponses(start, tenure.days, mood, random);
  const since = new Date(start.getTime() - tenure.days * DAY);
  const lastScore = responses.at(-1)?.score ?? 8;
  return {
    id: customerId(index, start, random),
    number: `C-${String(index + 1).padStart(5, '0')}`,
    ...people.next(),
    tier,
    monthlyValueMinor: MONTHLY_VALUE[tier] + random.int(-6, 12) * 50,
    since: since.toISOString().slice(0, 10),
    contract: tenure.contract,
    status: random.chance(lastScore <= 4 ? 0.14 : 0.04) ? 'lost' : 'active',
    supportNeeded: random.chance(0.015),
    doNotContact: random.chance(0.03),
    responses,
    notes: contacts.map((c) => noteOf(c, start, random)),
    cases: makeCases(start, responses, random),
  };
}

/**
 * A telecom's customers and two years of what they said and what was done, from a seed: the same arguments give the
 * same organisation, to the last id.
 * @param start the day before which everything lies; its midnight in UTC counts
 */
export function generateOrganisation(options: {
  start: Date;
  customers?: number;
  seed?: number;
}): GeneratedOrganisation {
  const { customers: count = 5000, seed = 202 } = options;
  const start = new Date(Math.floor(options.start.getTime() / DAY) * DAY);
  const random = createRandom(seed);
  const people = createPeopleMaker(random);
  const customers = Array.from({ length: count }, (_, i) => makeCustomer(i, start, people, random));
  const featured = customers.findIndex((c) => c.number === FEATURED_NUMBER);
  if (featured >= 0)
    customers[featured] = makeFeaturedCustomer(start, customerId(featured, start, random), random);
  return { name: ORGANISATION_NAME, generated: true, start, customers };
}
