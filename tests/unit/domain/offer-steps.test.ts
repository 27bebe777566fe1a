import { describe, expect, it } from 'vitest';
import { offerRoom } from '@/lib/domain/offer-room';
import { offerStepBack } from '@/lib/domain/offer-step-back';
import { makeOffer } from '../../components/support/make-view';

describe('what is left of the limit', () => {
  it.each([
    ['all of it', [], 5000],
    ['less what was offered', [makeOffer({ amountMinor: 1800 })], 3200],
    ['and all again when declined', [makeOffer({ amountMinor: 1800, state: 'declined' })], 5000],
    ['what costs nothing takes nothing', [makeOffer({ amountMinor: null })], 5000],
    ['never less than nothing', [makeOffer({ amountMinor: 4000 }), makeOffer({ amountMinor: 4000 })], 0],
  ])('%s', (_name, offers, left) => expect(offerRoom({ limitMinor: 5000 }, offers)).toBe(left));
});

describe('one step back', () => {
  it.each([
    ['done', makeOffer({ state: 'done', reference: 'R1' }), makeOffer({ state: 'accepted' })],
    ['a task', makeOffer({ state: 'accepted', taskOwner: 'Ann' }), makeOffer({ state: 'accepted' })],
    ['accepted', makeOffer({ state: 'accepted' }), makeOffer({ state: 'offered' })],
    ['declined', makeOffer({ state: 'declined' }), makeOffer({ state: 'offered' })],
    ['offered', makeOffer({ state: 'offered' }), null],
  ])('from %s', (_name, offer, before) => expect(offerStepBack(offer)).toEqual(before));
});
