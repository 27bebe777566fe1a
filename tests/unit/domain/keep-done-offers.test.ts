import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepDoneOffers } from '@/lib/domain/keep-done-offers';
import { type Offer, offerStates } from '@/lib/domain/note';
import { makeOffer } from '../../components/support/make-view';

const offers = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), state: fc.constantFrom(...offerStates) }),
  { selector: (o) => o.id },
);
const made = (list: readonly Pick<Offer, 'id' | 'state'>[], reference: string) =>
  list.map((o) => makeOffer({ ...o, reference }));

it('keeps every offer that was done as it was, takes the others as they are now, and doubles none', () => {
  fc.assert(
    fc.property(offers, offers, (old, now) => {
      const [before, after] = [made(old, 'then'), made(now, 'now')];
      const kept = keepDoneOffers(before, after);
      const done = before.filter((o) => o.state === 'done');
      const isDone = ({ id }: Offer) => done.some((o) => o.id === id);
      expect(new Set(kept.filter(isDone))).toEqual(new Set(done));
      expect(kept.filter((o) => !isDone(o))).toEqual(after.filter((o) => !isDone(o)));
      expect(new Set(kept.map((o) => o.id)).size).toBe(kept.length);
    }),
  );
});

it('changes nothing, not even the order, where nothing was changed', () => {
  fc.assert(
    fc.property(offers, (list) => {
      expect(keepDoneOffers(made(list, 'r'), made(list, 'r'))).toEqual(made(list, 'r'));
    }),
  );
});
