import { daysBefore } from '@/lib/platform/clock';
import { holds, type Situation } from './choose-prompts';
import { fitActions, lossesOf } from './fit-actions';
import { mayDisclose } from './may-disclose';
import type { Offer } from './note';
import { asCounted, type DatedOffer, givenLately, type Room, roomLeft } from './offer-room';
import type { Playbook, RescueAction } from './playbook';
import { type RetentionOff, whyRetentionIsOff } from './retention-off';

/** An offer of another note about the same customer. */
export type EarlierOffer = DatedOffer & Pick<Offer, 'actionCode'>;

/** What the choice of offers depends on, besides what prompts go by. */
export type OfferSituation = Omit<Situation, 'offers'> & {
  offers: readonly Pick<Offer, 'actionCode' | 'amountMinor' | 'state' | 'approvalId'>[];
  rootReason: string | null;
  /** whoever made them */
  earlier: readonly EarlierOffer[];
  /** what the rep gave today in other calls; null where nobody can say */
  today: number | null;
  now: Date;
};

/** What isn't offered again so soon. */
export type NotAgain = { action: RescueAction; was: Exclude<Offer['state'], 'offered'>; at: string };

export type OfferChoice = {
  /** may be offered now, the best fit first */
  open: RescueAction[];
  /** fits, but costs more than is left: for less, or with an approval */
  beyond: RescueAction[];
  again: NotAgain[];
  /** empty where offers to keep the customer may be made */
  off: RetentionOff[];
  room: Room;
};

/**
 * The last time that the customer declined or got this, where that was too lately to offer it again. An explanation or a
 * call back, which costs nothing, may be wanted each time; what is to keep a customer wears out even so.
 */
function lastTime(playbook: Playbook, s: OfferSituation, action: RescueAction): NotAgain | null {
  const wearsOut = action.costMinor !== null || action.kind === 'retention';
  if (playbook.reofferDays === 0 || !wearsOut) return null;
  const since = daysBefore(s.now, playbook.reofferDays);
  const now = s.now.toISOString();
  // Of this call: what was declined in it. What was taken stands in the list of what was given.
  const here = s.offers.filter((o) => o.state === 'declined').map((o) => ({ ...o, at: now }));
  const settled = [...s.earlier, ...here].filter(
    (o) => o.actionCode === action.code && o.state !== 'offered' && new Date(o.at) > since,
  );
  const last = settled.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  return last && last.state !== 'offered' ? { action, was: last.state, at: last.at } : null;
}

/** What went wrong: until they say what they are unhappy with, it is what they called about. */
const heardReasons = ({ reasons, contactReason }: OfferSituation) =>
  reasons.length === 0 && contactReason !== null ? [contactReason] : reasons;

/** Everything that speaks to this situation, whatever it costs and whenever it was offered before. */
function fitting(playbook: Playbook, s: OfferSituation, off: readonly RetentionOff[]): RescueAction[] {
  if (!mayDisclose(s.caller)) return [];
  const said = { ...s, reasons: heardReasons(s) };
  const heard = [...(s.rootReason === null ? [] : [s.rootReason]), ...said.reasons];
  const reasons = heard.length > 0 ? heard : (s.card?.lastReasons ?? []);
  const held = playbook.actions.filter(
    (a) => holds(a.when, said) && !(a.kind === 'retention' && off.length > 0),
  );
  return fitActions(held, lossesOf(playbook, reasons));
}

/**
 * What may be offered now, what only with an approval, what not again so soon, and why what isn't. Nothing before the
 * caller is verified. What the note holds already stays in the note, whether it is among these or not.
 */
export function chooseOffers(playbook: Playbook, s: OfferSituation): OfferChoice {
  const off = whyRetentionIsOff(s);
  const lately = givenLately(playbook, asCounted(playbook, s.earlier), s.now);
  const counted = asCounted(playbook, s.offers);
  const room = roomLeft(playbook, { offers: s.offers, counted, today: s.today, lately });
  const open: RescueAction[] = [];
  const beyond: RescueAction[] = [];
  const again: NotAgain[] = [];
  for (const action of fitting(playbook, s, off)) {
    if (s.offers.some((o) => o.actionCode === action.code && o.state !== 'declined')) continue;
    const last = lastTime(playbook, s, action);
    if (last) again.push(last);
    else if (action.costMinor === null || action.costMinor <= room.left) open.push(action);
    else beyond.push(action);
  }
  return { open, beyond, again, off, room };
}

/** What a supervisor may be asked for: all that costs something, also what isn't offered again so soon. */
export function askableActions({ open, beyond, again }: OfferChoice): RescueAction[] {
  const refunds = open.filter((a) => a.kind === 'refund');
  return [...beyond, ...refunds, ...again.map((a) => a.action)].filter((a) => a.costMinor !== null);
}

/** What was approved beforehand, for when nobody answers; the rest of the rules hold for it, the limit doesn't. */
export function fallbackActions(playbook: Playbook, s: OfferSituation): RescueAction[] {
  const { open, beyond } = chooseOffers(playbook, s);
  return [...open, ...beyond].filter((a) => a.fallback);
}
