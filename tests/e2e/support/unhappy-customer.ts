import { randomUUID } from 'node:crypto';
import type { GeneratedCustomer, GeneratedPerson } from '@/demo/organisation/generated';
import { DAY } from '@/lib/platform/clock';

/** A customer who gave a 2 ten days ago, pays by the month and has been here for two months. */
export function knownUnhappyCustomer(number: string, person: GeneratedPerson): GeneratedCustomer {
  const ago = (days: number) => new Date(Date.now() - days * DAY);
  return {
    ...person,
    id: randomUUID(),
    number,
    tier: 'Gold',
    monthlyValueMinor: 5000,
    since: ago(60).toISOString().slice(0, 10),
    contract: 'monthly',
    status: 'active',
    supportNeeded: false,
    doNotContact: false,
    responses: [
      {
        id: randomUUID(),
        score: 2,
        verbatim: 'Nobody could tell me when it would work again.',
        at: ago(10),
        kind: 'relational',
        mode: 'web',
        confidentiality: 'attributable',
        about: null,
      },
    ],
    notes: [],
    cases: [],
  };
}

/** The same by name alone: reached by no address and no number. */
export const unhappyByName = (number: string, name: string): GeneratedCustomer =>
  knownUnhappyCustomer(number, { name, email: null, phone: null });

/** Somebody who has been here for long, and was never asked: Heed says Unknown. */
export const neverAsked = (number: string, name: string): GeneratedCustomer => ({
  ...unhappyByName(number, name),
  ...{ since: '2015-03-01', contract: 'longer', responses: [] },
});
