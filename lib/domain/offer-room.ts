import { daysBefore } from '@/lib/platform/clock';
import { approvalCovers } from './approval';
import type { Offer } from './note';
import type { Playbook } from './playbook';
import { dayIn } from './time-zone';

type Given = Pick<Offer, 'amountMinor' | 'state'> & Partial<Pick<Offer, 'approvalId'>>;
/** An offer with the moment it was made. */
export type DatedOffer = Given & Pick<Offer, 'at'>;

/** What was given by the rep's own leave: what was declined is given back, what was approved is the supervisor's. */
export function givenMinor(offers: readonly Given[]): number {
  return offers.reduce(
    (sum, o) => sum + (o.state === 'declined' || o.approvalId ? 0 : (o.amountMinor ?? 0)),
    0,
  );
}

/**
 * Offers as the limits of a day and a customer count them. What may be given because nobody answered is still the rep's
 * there, though the call's limit doesn't hold for it. A note doesn't say whether somebody did answer; where it could be
 * either, less is shown than the store allows, never more.
 */
export function asCounted<T extends Given & Pick<Offer, 'actionCode'>>(
  { actions }: Pick<Playbook, 'actions'>,
  offers: readonly T[],
): T[] {
  return offers.map((offer) => {
    const nobody = { ...offer, state: 'unanswered' as const, amountMinor: offer.amountMinor ?? 0 };
    return approvalCovers({ actions }, nobody, offer) ? { ...offer, approvalId: null } : offer;
  });
}

/**
 * Did a supervisor say yes to this offer? What may be given because nobody answered carries the same id, so it is said
 * of none that could be that.
 */
export function wasApproved(
  playbook: Pick<Playbook, 'actions'>,
  offer: Given & Pick<Offer, 'actionCode' | 'approvalId'>,
): boolean {
  return asCounted(playbook, [offer]).every(({ approvalId }) => approvalId !== null);
}

/** What is left of the rep's limit in this call, minor units. Never below 0. */
export function offerRoom(playbook: Pick<Playbook, 'limitMinor'>, offers: readonly Given[]): number {
  return Math.max(playbook.limitMinor - givenMinor(offers), 0);
}

/** What was given to the customer within the days that count, in other notes. */
export function givenLately(
  { customerDays }: Pick<Playbook, 'customerDays'>,
  earlier: readonly DatedOffer[],
  now: Date,
): number {
  const since = daysBefore(now, customerDays);
  return givenMinor(earlier.filter(({ at }) => new Date(at) > since));
}

/** What of these was given on the day of `now`. @param zone the organisation's, by which its days end */
export function givenToday(zone: string, offers: readonly DatedOffer[], now: Date): number {
  const today = dayIn(zone, now);
  return givenMinor(offers.filter(({ at }) => dayIn(zone, new Date(at)) === today));
}

/** Which limit is the narrowest, what it is, and what is left of it. */
export const roomKinds = ['call', 'day', 'customer'] as const;
export type Room = { left: number; of: number; by: (typeof roomKinds)[number] };

type Spent = {
  offers: readonly Given[];
  counted: readonly Given[];
  today: number | null;
  lately: number;
};
type Limits = Pick<Playbook, 'limitMinor' | 'limitPerDayMinor' | 'limitPerCustomerMinor'>;

/**
 * What the rep may still give in this call by all limits together.
 * @param spent.offers the note's, of which what has an approval is not the rep's in this call
 * @param spent.counted the same as the day and the customer count them: see `asCounted`
 * @param spent.today what the rep gave today in other calls; null where nobody can say: then the day's limit isn't known
 * @param spent.lately what others and the rep gave this customer before this call
 */
export function roomLeft(playbook: Limits, { offers, counted, today, lately }: Spent): Room {
  const here = givenMinor(counted);
  const { limitMinor, limitPerDayMinor, limitPerCustomerMinor } = playbook;
  const left = (of: number, before: number) => Math.max(of - before - here, 0);
  const rooms: Room[] = [{ left: offerRoom({ limitMinor }, offers), of: limitMinor, by: 'call' }];
  if (limitPerDayMinor !== null && today !== null)
    rooms.push({ left: left(limitPerDayMinor, today), of: limitPerDayMinor, by: 'day' });
  if (limitPerCustomerMinor !== null)
    rooms.push({ left: left(limitPerCustomerMinor, lately), of: limitPerCustomerMinor, by: 'customer' });
  return rooms.reduce((narrowest, room) => (room.left < narrowest.left ? room : narrowest));
}
