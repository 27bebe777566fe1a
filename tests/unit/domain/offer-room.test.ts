import { describe, expect, it } from 'vitest';
import { asCounted, givenMinor } from '@/lib/domain/offer-room';
import { playbook } from '../../components/support/make-playbook';
import { makeOffer } from '../../components/support/make-view';

const APPROVAL = '019ab000-0000-7000-8000-0000000000ff';
// It costs 1500, and may be given where nobody answers in time.
const actions = playbook.actions.map((a) => ({ ...a, fallback: a.code === 'credit' }));

describe('what was given with an approval, as the limits of a day and a customer count it', () => {
  it.each([
    ['the rep’s own: it may be given where nobody answers', 'credit', 1500, 1500],
    ['the rep’s own: less than that', 'credit', 900, 900],
    ['the supervisor’s: more than may be given where nobody answers', 'credit', 1501, 0],
    ['the supervisor’s: somebody has to answer for it', 'old-price', 4500, 0],
  ])('is %s', (_whose, actionCode, amountMinor, given) => {
    const offer = makeOffer({ actionCode, amountMinor, approvalId: APPROVAL });
    expect(givenMinor([offer])).toBe(0);
    expect(givenMinor(asCounted({ actions }, [offer]))).toBe(given);
  });

  it('is nothing where it was declined', () => {
    const declined = makeOffer({ actionCode: 'credit', state: 'declined', approvalId: APPROVAL });
    expect(givenMinor(asCounted({ actions }, [declined]))).toBe(0);
  });

  it('leaves what needed no approval as it was', () => {
    const offers = [makeOffer({ amountMinor: 1800 }), makeOffer({ actionCode: 'old-price' })];
    expect(asCounted({ actions }, offers)).toEqual(offers);
  });
});
